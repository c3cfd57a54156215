import { isDeepStrictEqual } from "node:util";
import type { Authority } from "../authentication/authority.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { CheckName } from "../checks/finding.ts";
import type { ClientOutcome } from "../checks/subject.ts";
import type { Document, MediaType } from "../document/document.ts";
import { contentFor, documentedResponse } from "../document/documented-response.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import type { Answer } from "../sandbox/answer.ts";
import { isJsonType, matchesMediaType } from "../wire/media-type.ts";
import type { OutgoingRequest } from "../wire/send.ts";
import { shapeAdmits } from "./shape-admits.ts";

/** A twin of a conforming exchange that is broken in one way, and the check that must see it. */
export type Mutant = AnswerMutant | RequestMutant | ResultMutant;

interface Twin {
  /** Unique, such as `undocumented-status`. */
  readonly name: string;
  readonly breaks: CheckName;
}

/** Each gives the broken twin, or `undefined` where this way of breaking does not apply. */
export interface AnswerMutant extends Twin {
  readonly side: "answer";
  readonly mutate: (answer: Answer, situation: Situation) => Answer | undefined;
}

/** A client that sends something else. */
export interface RequestMutant extends Twin {
  readonly side: "request";
  readonly mutate: (request: OutgoingRequest, situation: Situation) => OutgoingRequest | undefined;
}

/** A client that hands back something else. */
export interface ResultMutant extends Twin {
  readonly side: "result";
  /** What arrives in the first place, where it takes a broken answer to show the fault. */
  readonly answer?: AnswerMutant["mutate"];
  readonly mutate: (outcome: Result, situation: Situation) => ClientOutcome | undefined;
}

export type Result = Extract<ClientOutcome, { kind: "result" }>;

/** What a mutant knows of the exchange that it breaks. */
export interface Situation {
  readonly document: Document;
  readonly testCase: TestCase;
  /** What the sandbox answers to every case of the same operation, to swap with. */
  readonly answers: ReadonlyMap<TestCase, Answer>;
  /** Absent where nobody knows which credentials are good. */
  readonly authority?: Authority;
}

/** The media type that a case's answer is documented with. */
export function mediaTypeOf({ testCase }: Situation): MediaType | undefined {
  const documented = documentedResponse(testCase.operation, testCase.status);
  return documented && contentFor(documented, testCase.example);
}

/** Whether a media type is one of those that a case's answer may have: it is no mutant, then. */
export function isDocumentedType({ testCase }: Situation, type: string): boolean {
  const content = documentedResponse(testCase.operation, testCase.status)?.content ?? [];
  return content.some((documented) => matchesMediaType(type, documented.type));
}

/** Whether a case asks for a success. */
export function asksForSuccess({ testCase }: Situation): boolean {
  return testCase.status < 300 && testCase.code === undefined;
}

/** A mutant of the JSON body, where that changes it. */
export function bodyMutant(
  name: string,
  breaks: CheckName,
  mutate: (body: JsonObject, situation: Situation) => Json | undefined,
): AnswerMutant {
  return {
    side: "answer",
    name,
    breaks,
    mutate(answer, situation) {
      const body = jsonBody(answer);
      const mutated = body && mutate(body, situation);
      const isSame = mutated === undefined || isDeepStrictEqual(mutated, body);
      return isSame ? undefined : { ...answer, body: JSON.stringify(mutated) };
    },
  };
}

/** A mutant of the JSON body; one that the schema plainly admits is not broken. */
export function strangeBodyMutant(
  name: string,
  mutate: (body: JsonObject, situation: Situation) => Json | undefined,
): AnswerMutant {
  return bodyMutant(name, "response-schema", (body, situation) => {
    const mutated = mutate(body, situation);
    const schema = mediaTypeOf(situation)?.schema;
    const isAdmitted = mutated === undefined || shapeAdmits(situation.document, schema, mutated);
    return isAdmitted ? undefined : mutated;
  });
}

/** The body of an answer, if it is a JSON object. */
export function jsonBody({ headers, body }: Answer): JsonObject | undefined {
  if (typeof body !== "string" || !isJsonType(headers["content-type"] ?? "")) return undefined;
  const value: unknown = JSON.parse(body);
  return isObject(value) ? value : undefined;
}

/**
 * Whether a request must be authenticated in a way that can be read: an operation may document none, an empty one, or
 * one such as a client certificate, which no request shows.
 */
export function needsCredentials({ document, testCase: { operation } }: Situation): boolean {
  const { security } = operation;
  const isRead = (name: string) => ["http", "apiKey"].includes(document.securitySchemes[name]?.type ?? "");
  return security.length > 0 && security.every((names) => names.some(isRead));
}
