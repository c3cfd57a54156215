import type { Document, Operation } from "../document/document.ts";
import { loadDocument } from "../document/load-document.ts";
import { createRedactorOf } from "../redaction/redactor-of.ts";
import { loadValidators } from "../schema/load-validators.ts";
import { TeachingError } from "../teaching-error.ts";
import { judgeResponse } from "../traffic/judge-response.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";

/** An answer, however it was got. */
export type Conformable =
  | Response
  | {
      readonly status: number;
      readonly headers?: HeadersInit | Readonly<Record<string, string>>;
      /** Text, bytes, or a value that is sent as JSON. */
      readonly body?: unknown;
    };

/** What a matcher of Vitest or Jest gives back. */
interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Matchers for `expect.extend`. */
export type ConformanceMatchers = {
  /** Whether an answer is what the document documents of an operation. */
  toConformTo(received: Conformable, operation: string): Promise<MatcherResult>;
};

declare global {
  // Of what Vitest's assertions extend, the one thing that is declared alike in 3, 4 and 5.
  namespace Chai {
    interface Assertion {
      /**
       * Whether an answer, a `Response` or its parts, is what the document documents of an operation. To be awaited.
       *
       * @example
       * await expect(response).toConformTo("getJob");
       */
      toConformTo(operation: string): Promise<void>;
    }
  }
}

/**
 * Matchers that hold answers against a document, for `expect.extend`; nothing is registered by importing them.
 *
 * @param document as loaded, or the path or `file:` URL to load it from
 * @example
 * expect.extend(conformTo("openapi.yaml"));
 * await expect(await fetch(url)).toConformTo("getJob");
 */
export function conformTo(document: Document | string | URL): ConformanceMatchers {
  let ready: ReturnType<typeof prepare> | undefined;
  return {
    async toConformTo(received, id) {
      ready ??= prepare(document);
      const bench = await ready;
      const operation = findOperation(bench.document, id);
      const { name, judged } = judgeResponse(bench, operation, await readConformable(received));
      const redactor = createRedactorOf(bench.document);
      const wrong = judged.flatMap(({ check, findings }) =>
        findings.filter(({ verdict }) => verdict !== "pass").map((finding) => ({ check, ...finding })),
      );
      const label = `${id} ${name} of ${bench.document.name}`;
      const message = () =>
        wrong.length === 0
          ? `${label}: expected the answer not to conform, and it does`
          : wrong.map((finding) => redactor.redactText(describe(label, finding))).join("\n\n");
      return { pass: wrong.length === 0, message };
    },
  };
}

interface Described {
  readonly check: string;
  readonly verdict: string;
  readonly expected: string;
  readonly received: string;
  readonly at?: string;
}

function describe(label: string, { check, verdict, expected, received, at }: Described): string {
  const place = at === undefined ? "" : `${at} `;
  return `${verdict} ${check} ${label}\n  expected  ${place}${expected}\n  received  ${received}`;
}

async function prepare(source: Document | string | URL) {
  const isLoaded = typeof source === "object" && "operations" in source;
  const document = isLoaded ? source : await loadDocument(source);
  const { validators } = await loadValidators(document);
  return { document, validators };
}

function findOperation({ name, operations }: Document, id: string): Operation {
  const operation = operations.find((one) => one.id === id);
  if (operation) return operation;
  throw new TeachingError({
    what: `${name} has no operation ${id}`,
    where: "toConformTo",
    expected: `one of ${operations.map((one) => one.id).join(", ")}`,
  });
}

async function readConformable(received: Conformable): Promise<ReceivedResponse> {
  if (!(received instanceof Response)) return readParts(received);
  if (received.bodyUsed) {
    throw new TeachingError({
      what: "the body of the response was read already",
      where: "toConformTo",
      expected: "a response whose body is still there",
      example: "await expect(response.clone()).toConformTo(…) before response.json()",
    });
  }
  // The body is still there for whoever looks at the response next.
  const body = new Uint8Array(await received.clone().arrayBuffer());
  return { status: received.status, headers: received.headers, body };
}

function readParts({ status, headers, body }: Exclude<Conformable, Response>): ReceivedResponse {
  if (typeof status !== "number") {
    throw new TeachingError({
      what: "no answer of a service",
      where: "toConformTo",
      expected: "a Response, or an object of status, headers and body",
    });
  }
  return { status, headers: new Headers(headers as HeadersInit | undefined), body: bytesOf(body) };
}

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array();
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
}
