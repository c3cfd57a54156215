import type { MediaType, Operation } from "./document.ts";
import { findMarked } from "./find-marked.ts";
import type { JsonObject } from "./json.ts";
import { IDEMPOTENCY_TOKEN } from "./vocabulary.ts";

/** The members of a body by which a service knows a repeated request, at its top. */
export function tokenMembers(root: JsonObject, { schema }: MediaType): string[] {
  const places = schema ? findMarked(root, schema, IDEMPOTENCY_TOKEN) : [];
  return places.flatMap(({ steps: [name, ...below] }) =>
    name === undefined || below.length > 0 ? [] : [name],
  );
}

/** The parameters by which a service knows a repeated request. */
export function tokenParameters({ parameters }: Operation): Operation["parameters"] {
  return parameters.filter(({ idempotencyToken }) => idempotencyToken);
}
