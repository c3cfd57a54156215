import type { RuleName } from "../../src/rules/index.ts";

type Bag = Record<string, unknown>;

/** Two versions of a document, and what has to be said of the difference. */
export interface Row {
  readonly what: string;
  readonly before: Bag;
  readonly after: Bag;
  /** Each `level breaks rule pointer`. */
  readonly want: readonly string[];
  /** Rules that come near, and must not speak. */
  readonly spares?: readonly RuleName[];
  /** Code that was written against the client of `before`; whether it compiles against that of `after`, TypeScript says. */
  readonly consumer?: string;
}

/** The whole of a document, but for what a row is about. */
export function acme(parts: Bag): Bag {
  return {
    openapi: "3.1.1",
    info: { title: "Acme", version: "v1" },
    servers: [{ url: "https://acme.example.com" }],
    paths: { "/job": { get: getJob() } },
    ...parts,
  };
}

export function getJob(parts: Bag = {}): Bag {
  return { operationId: "getJob", responses: { "200": { description: "The job." } }, ...parts };
}

/** With `getJob`, of which these are the parts. */
export function operation(parts: Bag, more: Bag = {}): Bag {
  return acme({ paths: { "/job": { get: getJob(parts) } }, ...more });
}

/** With `getJob`, which answers 200 with this. */
export function answers(schema: unknown, more: Bag = {}): Bag {
  return operation({ responses: { "200": json(schema) } }, more);
}

/** With `getJob`, which answers with these, by status. */
export function statuses(responses: Bag): Bag {
  return operation({ responses });
}

/** With `startJob`, which takes this as its body. */
export function takes(schema: unknown, more: Bag = {}): Bag {
  return posts({ required: true, content: { "application/json": { schema } } }, more);
}

/** With `startJob`, which has this request body. */
export function posts(requestBody: unknown, more: Bag = {}): Bag {
  const startJob = {
    operationId: "startJob",
    requestBody,
    responses: { "204": { description: "Started." } },
  };
  return acme({ paths: { "/job": { post: startJob } }, ...more });
}

/** With `getJob`, which has these parameters. */
export function parameters(...list: unknown[]): Bag {
  return operation({ parameters: list });
}

export function query(name: string, parts: Bag = {}): Bag {
  return { name, in: "query", schema: { type: "string" }, ...parts };
}

export function json(schema: unknown, more: Bag = {}): Bag {
  return { description: "JSON.", content: { "application/json": { schema } }, ...more };
}

export function object(properties: Bag, more: Bag = {}): Bag {
  return { type: "object", properties, ...more };
}

export const text = { type: "string" } as const;

/** An open list of values. */
export function open(...values: string[]): Bag {
  return { anyOf: [...values.map((value) => ({ const: value })), text] };
}

/** Where the body of `answers` stands, that of `takes`, and the operations. */
export const ANSWER = "#/paths/~1job/get/responses/200/content/application~1json/schema";
export const BODY = "#/paths/~1job/post/requestBody/content/application~1json/schema";
export const GET = "#/paths/~1job/get";
export const POST = "#/paths/~1job/post";
