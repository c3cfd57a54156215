import { type Findings, named } from "./finding.ts";
import { matchByKey } from "./match.ts";
import { compareUntyped, isTyped, mediaOf } from "./media.ts";
import type { OperationSite } from "./operations.ts";
import { compareRest } from "./rest.ts";
import { compareSchemas } from "./schema/schemas.ts";
import { childOf, type Pair, placeIn } from "./site.ts";

/** The body of a request: whether it must be there, what it is sent as, and what it holds. */
export function* compareRequestBody({ before, after }: Pair<OperationSite>): Findings {
  const subject = named(after.model.id);
  const [was, is] = [childOf(before.at, "requestBody"), childOf(after.at, "requestBody")];
  if (was && !is)
    yield { rule: "body-removed", at: was, subject, before: Object.keys(Object(was.value.content)) };
  if (!was && is) {
    const rule = asksForBody(after) ? "required-body-added" : "body-added";
    yield { rule, at: is, subject, after: Object.keys(Object(is.value.content)) };
  }
  if (!was || !is) return;

  const [wasRequired, isRequired] = [was.value.required === true, is.value.required === true];
  const required = { at: is, subject, before: wasRequired, after: isRequired };
  if (wasRequired && !isRequired) yield { rule: "body-optional", ...required };
  if (!wasRequired && isRequired) {
    yield { rule: asksForBody(after) ? "body-required" : "body-sent", ...required };
  }
  const isMissable = after.model.body?.flat === true && !isRequired;
  yield* compareContent({ before: was, after: is }, isMissable);
  if (before.model.body && after.model.body && before.model.body.flat !== after.model.body.flat) {
    const shape = { before: shapeOf(before.model.body.flat), after: shapeOf(after.model.body.flat) };
    yield { rule: "body-shape-changed", at: is, subject, ...shape };
  }
  yield* compareRest({ before: was, after: is }, new Set(["content", "required"]));
}

/** Of a body whose members all may be missing, a call need not give anything. */
function asksForBody({ model }: OperationSite): boolean {
  return model.arguments.some((one) => one.required && (one.in === "member" || one.in === "body"));
}

function* compareContent(bodies: Pair, isMissable: boolean): Findings {
  const [was, is] = [mediaOf(bodies.before), mediaOf(bodies.after)];
  const { both, removed, added } = matchByKey(was, is);
  const [[firstKey] = [], [key, first] = []] = [[...was][0], [...is][0]];
  const isResent = firstKey !== key;
  if (isResent && first && key) {
    const at = first.at;
    yield { rule: "request-media-type-changed", at, subject: named(key), before: firstKey, after: key };
  }
  for (const { key: gone, before } of removed) {
    if (isResent && gone === firstKey) continue;
    yield { rule: "request-media-type-removed", at: before.at, subject: named(gone), before: gone };
  }
  for (const { key: come, after } of added) {
    if (isResent && come === key) continue;
    yield { rule: "request-media-type-added", at: after.at, subject: named(come), after: come };
  }
  // What is sent instead holds the same arguments, or says what it does not.
  const instead = was.get(firstKey ?? "");
  const replaced =
    isResent && instead && first && !is.has(firstKey ?? "") ? [{ before: instead, after: first }] : [];
  for (const { before, after } of [...both, ...replaced]) {
    const at = { before: before.at, after: after.at };
    if (isTyped(after.mediaType)) {
      const schemas = { before: before.schemas, after: after.schemas };
      yield* compareSchemas(schemas, { side: "sent", at, isMissable, seen: new Set() });
    } else {
      yield* compareUntyped(at);
    }
    yield* compareEncoding(at);
    yield* compareRest(at, new Set(["schema", "encoding"]));
  }
}

/** How the members of a form are written. */
function* compareEncoding(media: Pair): Findings {
  const encodings = (site: Pair["before"]) => new Map(Object.entries(Object(site.value.encoding)));
  const [was, is] = [encodings(media.before), encodings(media.after)];
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [before, after] = [was.get(name), is.get(name)];
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    const at = placeIn(after === undefined ? media.before : media.after, "encoding", name);
    yield { rule: "serialization-changed", at, subject: named(name), before, after };
  }
}

function shapeOf(flat: boolean): string {
  return flat ? "members among the arguments" : "a whole under `body`";
}
