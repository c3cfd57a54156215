import { describe, expect, test } from "vitest";
import { judgeAnswer } from "../../../test/acme-jobs.ts";
import { received } from "../../../test/messages.ts";
import { documents, type MainRequest, mainRequests } from "../../../test/providers.ts";
import { NO_BODY, type TestCase } from "../../cases/test-case.ts";
import type { CheckName } from "../../checks/finding.ts";
import type { Document, Operation } from "../../document/document.ts";
import { documentedResponse } from "../../document/documented-response.ts";
import { errorCodePlace } from "../../document/error-code-place.ts";
import { valuesAtPlace } from "../../document/find-marked.ts";
import type { Json } from "../../document/json.ts";
import { createDirectCaller } from "../../run/caller.ts";
import type { Bench } from "../../run/run-case.ts";
import { loadValidators } from "../../schema/load-validators.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import { isJsonType } from "../../wire/media-type.ts";
import type { Answer } from "../answer.ts";
import { findOperation } from "../find-operation.ts";
import type { Mistake } from "../violation.ts";
import { readArguments } from "./read-arguments.ts";
import { refuse } from "./refuse.ts";

/** A mistake that is made in a request; `undefined` where there is nothing to make it in. */
interface Row {
  readonly name: string;
  readonly make: (request: SentRequest, operation: Operation) => SentRequest | undefined;
  readonly want: Mistake;
  /** The statuses that suit it. */
  readonly statuses: readonly number[];
}

const rows: Row[] = [
  {
    name: "a required parameter is missing",
    make(request, { parameters }) {
      const due = parameters.find((parameter) => parameter.required && parameter.in === "query");
      return due && without(request, due.name);
    },
    want: "parameterMissing",
    statuses: [400, 422],
  },
  {
    name: "an unknown parameter",
    make: (request) => ({
      ...request,
      url: `${request.url}${request.url.includes("?") ? "&" : "?"}stranger=1`,
    }),
    want: "parameterUnknown",
    statuses: [400, 422],
  },
  {
    name: "a parameter of another type",
    make(request, { parameters }) {
      const name = parameters.find(
        ({ in: place, example }) => place === "query" && typeof example === "number",
      )?.name;
      return name === undefined ? undefined : replaced(request, name, "many");
    },
    want: "parameterInvalid",
    statuses: [400, 422],
  },
  {
    name: "a body that is cut off",
    make: (request) => (isJson(request) ? withBody(request, request.body.slice(0, -1)) : undefined),
    want: "bodyMalformed",
    statuses: [400, 422],
  },
  {
    name: "a body of another kind",
    make: (request) => (isJson(request) ? withBody(request, "true") : undefined),
    want: "bodyInvalid",
    statuses: [400, 422],
  },
  {
    name: "no body",
    make: (request, { requestBody }) =>
      requestBody?.required && isJson(request) ? withBody(request, "") : undefined,
    want: "bodyMissing",
    statuses: [400, 422],
  },
  {
    name: "the content type that curl sends",
    make: (request) =>
      isJson(request)
        ? { ...request, headers: withHeader(request, "content-type", "application/x-www-form-urlencoded") }
        : undefined,
    want: "mediaTypeUnsupported",
    statuses: [415, 400],
  },
  {
    name: "no content type",
    make: (request) =>
      request.bytes.length > 0
        ? { ...request, headers: withHeader(request, "content-type", undefined) }
        : undefined,
    want: "mediaTypeUnsupported",
    statuses: [415, 400],
  },
  {
    name: "an answer that nobody gives is asked for",
    make: (request, { responses }) =>
      Object.values(responses).some(({ content }) => content.length > 0)
        ? { ...request, headers: withHeader(request, "accept", "image/x-nothing") }
        : undefined,
    want: "notAcceptable",
    statuses: [406],
  },
];

describe.each(documents.map((document) => ({ name: document.name, document })))("$name", ({ document }) => {
  test("each operation's request is found, and read as what was sent", async () => {
    const { validators } = await loadValidators(document);
    for (const { operation, testCase, request } of await mainRequests(document)) {
      expect(findOperation(document, request).operation?.id).toBe(operation.id);
      const read = readArguments(document, validators, operation, request);
      expect(read, operation.id).toEqual({ arguments: testCase.arguments, violations: [] });
    }
  });

  test.each(rows)("refuses $name", async ({ make, want, statuses }) => {
    const { validators } = await loadValidators(document);
    const bench = await benchFor(document);
    for (const { operation, testCase, request } of await mainRequests(document)) {
      const mistaken = make(request, operation);
      if (!mistaken) continue;
      const { violations } = readArguments(document, validators, operation, mistaken);
      expect(violations[0]?.mistake, operation.id).toBe(want);
      const answer = refuse(document, operation, violations, request.method);
      expect(isSuitable(operation, answer, statuses), operation.id).toBe(true);
      expect(await complaintsOf(document, testCase, answer, bench), operation.id).toEqual([]);
    }
  });
});

test("each mistake is made in some operation", async () => {
  const requests = (await Promise.all(documents.map(mainRequests))).flat();
  const made = ({ make }: Row) =>
    requests.filter(({ request, operation }) => make(request, operation)).length;
  expect(rows.filter((row) => made(row) === 0).map(({ name }) => name)).toEqual([]);
});

async function benchFor(document: Document): Promise<Bench> {
  const { validators } = await loadValidators(document);
  const baseUrl = "http://sandbox.invalid";
  const call = createDirectCaller(document, { baseUrl });
  return { document, validators, baseUrl, call, send: async () => received(), timeout: 5000 };
}

/** Whether an answer is documented; or none of the statuses is, and it is a problem. */
function isSuitable(operation: Operation, { status, headers }: Answer, statuses: readonly number[]): boolean {
  if (documentedResponse(operation, status)) return true;
  const isProblem = headers["content-type"] === "application/problem+json";
  return isProblem && status === statuses[0] && !statuses.some((one) => documentedResponse(operation, one));
}

/** What the judge has against an error that is documented. */
async function complaintsOf(
  document: Document,
  testCase: TestCase,
  answer: Answer,
  bench: Bench,
): Promise<unknown[]> {
  const response = documentedResponse(testCase.operation, answer.status);
  if (!response) return [];
  const code = codeOf(document, response.content[0], answer);
  const { sample: _, example: __, ...rest } = testCase;
  const isEmpty = answer.body === undefined && response.bodyOptional;
  const asked = {
    ...rest,
    status: answer.status,
    ...(code !== undefined && { code }),
    ...(isEmpty && { example: NO_BODY }),
  };
  const asks: CheckName[] = [
    "status-code",
    "content-type",
    "response-headers",
    "response-schema",
    "error-code",
  ];
  const judged = await judgeAnswer(asked, answer, bench);
  return judged
    .filter(({ check }) => asks.includes(check))
    .flatMap(({ check, findings }) =>
      findings.filter(({ verdict }) => verdict !== "pass").map((finding) => ({ check, ...finding })),
    );
}

function codeOf(
  { root }: Document,
  media: { readonly type: string; readonly schema?: string } | undefined,
  { body }: Answer,
): string | number | undefined {
  if (!media || !isJsonType(media.type) || body === undefined) return undefined;
  const value = JSON.parse(String(body)) as Json;
  const place = errorCodePlace(root, media.schema);
  const [found] = place ? valuesAtPlace(value, place.steps) : [];
  return found?.[1] as string | number | undefined;
}

function isJson({ headers, bytes }: MainRequest["request"]): boolean {
  return bytes.length > 0 && isJsonType(headers.get("content-type") ?? "");
}

function withBody(request: SentRequest, body: string): SentRequest {
  return { ...request, body, bytes: new TextEncoder().encode(body) };
}

function withHeader({ headers }: SentRequest, name: string, value: string | undefined): Headers {
  const changed = new Headers(headers);
  if (value === undefined) changed.delete(name);
  else changed.set(name, value);
  return changed;
}

function without(request: SentRequest, name: string): SentRequest {
  const url = new URL(request.url);
  for (const field of [...url.searchParams.keys()]) {
    if (field === name || field.startsWith(`${name}.`)) url.searchParams.delete(field);
  }
  return { ...request, url: url.href };
}

function replaced(request: SentRequest, name: string, text: string): SentRequest {
  const url = new URL(request.url);
  url.searchParams.set(name, text);
  return { ...request, url: url.href };
}
