import { isJson } from "../media-type.ts";
import type { JsonObject } from "./json.ts";
import type { Mocked } from "./mocked.ts";
import { members, resolve } from "./resolve.ts";
import { sample } from "./sample.ts";

/** What an operation documents under one status. */
export interface DocumentedAnswer {
  /** `404`, or where the document is no more exact `4XX` or `default`. */
  readonly status: string;
  /** Absent if no body is documented. */
  readonly mediaType: string | undefined;
  readonly schema: unknown;
  /** The bodies that the document shows, by name; one without a name is called `example`. */
  readonly examples: readonly (readonly [name: string, body: unknown])[];
  readonly headers: Readonly<Record<string, string>>;
}

/** All answers that an operation documents, by status. */
export function documentedAnswers({ document, operation }: Mocked): DocumentedAnswer[] {
  const { paths } = resolve(document, document);
  const item = resolve(document, resolve(document, paths)[operation.path]);
  const { responses } = resolve(document, item[operation.method.toLowerCase()]);
  return members(document, responses).map(([status, response]) => {
    // Of several media types, one that can be JSON is read best.
    const content = members(document, response.content);
    const [mediaType, media] = content.find(([type]) => isJson(type)) ?? content[0] ?? [];
    return {
      status,
      mediaType,
      schema: media?.schema,
      examples: media ? examplesOf(document, media) : [],
      headers: headersOf(document, response),
    };
  });
}

/** The answer that a status falls under (OAS 3.1.1 §4.8.16): an exact code, then a range, then `default`. */
export function documentedAnswer(mocked: Mocked, status: number): DocumentedAnswer | undefined {
  const all = documentedAnswers(mocked);
  const keys = [String(status), `${Math.floor(status / 100)}XX`, "default"];
  return keys
    .map((key) => all.find((answer) => answer.status === key))
    .find((answer) => answer !== undefined);
}

/** The documented successes. */
export function documentedSuccesses(mocked: Mocked): DocumentedAnswer[] {
  return documentedAnswers(mocked).filter(({ status }) => status.startsWith("2"));
}

/** A status to answer with: of a range, its first. */
export function toStatus({ status }: DocumentedAnswer): number {
  return Number(status.replace(/XX$/i, "00"));
}

function examplesOf(document: unknown, media: JsonObject): [string, unknown][] {
  if (media.example !== undefined) return [["example", media.example]];
  return members(document, media.examples).flatMap(([name, example]) =>
    "value" in example ? [[name, example.value]] : [],
  );
}

function headersOf(document: unknown, response: JsonObject): Record<string, string> {
  const headers = members(document, response.headers).map(([name, header]) => [
    name.toLowerCase(),
    String(header.example ?? sample(document, header.schema ?? { type: "string" })),
  ]);
  return Object.fromEntries(headers);
}
