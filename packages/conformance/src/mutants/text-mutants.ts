import { documentedResponse } from "../document/documented-response.ts";
import type { Answer } from "../sandbox/answer.ts";
import { type AnswerMutant, isDocumentedType, jsonBody, mediaTypeOf, type Situation } from "./mutant.ts";
import { shapeAdmits } from "./shape-admits.ts";

const LOGIN_PAGE = "<!doctype html><title>Log in</title><form method=post><input name=user></form>";

/** Answers whose body is not the text of one JSON value. */
export const textMutants: readonly AnswerMutant[] = [
  rewritten("text-empty", () => ""),
  rewritten("text-blank", () => " \n"),
  rewritten("text-cut-off", (text) => text.slice(0, -1)),
  rewritten("text-cut-in-half", (text) => text.slice(0, Math.floor(text.length / 2))),
  rewritten("text-trailing", (text) => `${text}}`),
  rewritten("text-twice", (text) => `${text}\n${text}`),
  rewritten("text-single-quotes", (text) => text.replaceAll('"', "'")),
  rewritten("text-trailing-comma", (text) => text.replace(/}$/, ",}")),
  rewritten("text-comment", (text) => `/* ok */${text}`),
  rewritten("text-nan", (text) => text.replace(/}$/, ',"x":NaN}')),
  rewritten("text-xssi-guard", (text) => `)]}',\n${text}`),
  rewritten("text-byte-order-mark", (text) => `\uFEFF${text}`),
  rewritten(
    "text-broken-utf-8",
    (text) => new Uint8Array([...new TextEncoder().encode(text.slice(0, -2)), 0xff, 0x22, 0x7d]),
  ),
  rewritten("text-login-page-as-json", () => LOGIN_PAGE),
  rewritten("text-encoded-twice", (text, situation) => {
    const { document } = situation;
    return shapeAdmits(document, mediaTypeOf(situation)?.schema, text) ? undefined : JSON.stringify(text);
  }),
  rewritten("text-duplicate-member", (text) => text.replace(/^\{("(?:[^"\\]|\\.)*":)/, "{$1null,$1")),
  {
    side: "answer",
    name: "text-login-page",
    breaks: "content-type",
    mutate: (answer, situation) => {
      const type = "text/html";
      if (!jsonBody(answer) || isDocumentedType(situation, type)) return undefined;
      return { ...answer, headers: { ...answer.headers, "content-type": type }, body: LOGIN_PAGE };
    },
  },
];

type Rewrite = (text: string, situation: Situation) => string | Uint8Array | undefined;

function rewritten(name: string, rewrite: Rewrite): AnswerMutant {
  return {
    side: "answer",
    name,
    breaks: "response-schema",
    mutate(answer: Answer, situation: Situation) {
      const original = jsonBody(answer);
      if (!original || Object.keys(original).length === 0) return undefined;
      const body = rewrite(String(answer.body), situation);
      if (body === undefined) return undefined;
      const mayBeMissing = documentedResponse(situation.testCase.operation, answer.status)?.bodyOptional;
      return body === "" && mayBeMissing ? undefined : { ...answer, body };
    },
  };
}
