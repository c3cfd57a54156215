import type { Document, Operation } from "../../document/document.ts";
import { documentedResponse } from "../../document/documented-response.ts";
import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import { follow, members, objectAt } from "../../document/navigate.ts";
import { below } from "../../document/pointer.ts";
import { ANSWER, CANCEL, type CanonicalState, VALUES } from "../../document/vocabulary.ts";
import { firstSuccess } from "../draft.ts";
import { plainName } from "./plain-name.ts";
import { type Expression, expressionsIn } from "./runtime-expression.ts";

/** A Link Object (OAS 3.1.1 §4.8.20) of an operation's success. */
export interface Link {
  readonly source: Operation;
  readonly target: Operation;
  /** The arguments of the target, by name: those of `parameters`, then those of `requestBody`. */
  readonly parameters: JsonObject;
  readonly body: Json | undefined;
  /** The arguments that an expression gives, wherever they go. */
  readonly bound: readonly { readonly name: string; readonly expression: Expression }[];
  /** Whether the target cancels what the source tells of. */
  readonly cancels: boolean;
  /** What becomes of an execution that waits, once the target was called. */
  readonly answer?: Answer;
  /** The values that what the source started goes through, by state. */
  readonly values?: Values;
}

/** The status values of an execution, by state. */
export type Values = Readonly<Partial<Record<CanonicalState, Json>>>;

/** What a call of a link's target means for an execution that waits, where it bears these arguments. */
export interface Answer {
  readonly state: CanonicalState;
  /** The constants among the link's arguments, by plain name. */
  readonly constants: Readonly<Record<string, string>>;
}

/** The links of all operations' first successes that lead to operations of the same document. */
export function readLinks(document: Document): Link[] {
  const { root, operations } = document;
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  return operations.flatMap((source) => {
    const response = documentedResponse(source, firstSuccess(source));
    if (!response) return [];
    return members(root, below(response.pointer, "links")).flatMap(([, at]) => {
      const link = objectAt(root, follow(root, at));
      const target = byId.get(String(link.operationId));
      return target ? [readLink(source, target, link)] : [];
    });
  });
}

function readLink(source: Operation, target: Operation, link: JsonObject): Link {
  // A name may be qualified by its place: `path.jobId`.
  const parameters = Object.fromEntries(
    Object.entries(isObject(link.parameters) ? link.parameters : {}).map(([name, value]) => [
      name.replace(/^(path|query|header|cookie)\./, ""),
      value,
    ]),
  );
  const body = link.requestBody;
  return {
    source,
    target,
    parameters,
    body,
    bound: [
      ...Object.entries(parameters).flatMap(([name, value]) => expressionsIn(value, name)),
      ...(body === undefined ? [] : expressionsIn(body, "body")),
    ],
    cancels: link[CANCEL] === true,
    ...(link[ANSWER] !== undefined && {
      answer: {
        state: link[ANSWER] as CanonicalState,
        constants: constantsIn({ ...parameters, body: body ?? {} }),
      },
    }),
    ...(isObject(link[VALUES]) && { values: link[VALUES] as Values }),
  };
}

function constantsIn(given: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]): [string, string][] => {
      if (isObject(value)) return Object.entries(constantsIn(value));
      return typeof value === "object" || String(value).startsWith("$")
        ? []
        : [[plainName(name), String(value)]];
    }),
  );
}
