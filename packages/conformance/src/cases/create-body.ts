import type { Document, MediaType, Operation } from "../document/document.ts";
import { tokenMembers } from "../document/idempotency-tokens.ts";
import { isRead } from "../document/is-read.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { memberSchema } from "../schema/coerce.ts";
import { requiredMembers } from "../schema/required-members.ts";
import { sampleSchema } from "../schema/sample-schema.ts";
import type { Examples, Given } from "./create-arguments.ts";
import { readGiven } from "./read-given.ts";
import type { Arguments } from "./test-case.ts";

/** The body of a request; `undefined` where there is none, or need not be. */
export function createBody(
  document: Document,
  operation: Operation,
  given: Given,
  examples: Examples,
): Arguments["body"] {
  const { root } = document;
  const media = operation.requestBody?.content[0];
  if (!media) return undefined;
  const { type, schema } = media;
  const shown = media.examples[0]?.value ?? (schema ? sampleSchema(root, schema, "request") : {});
  if (!isObject(shown)) return { type, value: shown };
  const mine = givenMembers(root, media, shown, given);
  const all = { ...shown, ...mine };
  if (examples === "all") return { type, value: all };

  const tokens = tokenMembers(root, media);
  const keep = (isDue: (name: string) => boolean) =>
    Object.fromEntries(
      Object.entries(all).filter(
        ([name]) => Object.hasOwn(mine, name) || (!tokens.includes(name) && isDue(name)),
      ),
    );
  const whole = { type, value: keep(() => true) };
  if (!isRead(document, operation)) return whole;
  const required = requiredMembers(root, schema);
  const value = keep((name) => required.has(name));
  if (Object.keys(value).length > 0) return { type, value };
  // Where nothing needs to be said there need not be a body; one that must be there is not sent empty.
  return operation.requestBody?.required ? whole : undefined;
}

/** What is given of the members that the body shows, or its schema documents. */
function givenMembers(
  root: JsonObject,
  { schema }: MediaType,
  shown: JsonObject,
  given: Given,
): Record<string, Json> {
  const known = Object.entries(given).flatMap(([name, text]): [string, Json][] => {
    const member = memberSchema(root, schema, name);
    const isKnown = member !== undefined || Object.hasOwn(shown, name);
    return isKnown ? [[name, readGiven(root, member, text)]] : [];
  });
  return Object.fromEntries(known);
}
