import { type Findings, named } from "./finding.ts";
import { matchByKey } from "./match.ts";
import { compareUntyped, isTyped, type Media, mediaOf } from "./media.ts";
import type { OperationSite } from "./operations.ts";
import { compareRest } from "./rest.ts";
import { compareSchemas } from "./schema/schemas.ts";
import { childOf, type Pair, placeIn, type Site } from "./site.ts";

/** The body of a request: whether it must be there, what it is sent as, and what it holds. */
export function* compareRequestBody(sites: Pair<OperationSite>): Findings {
  const { before, after } = sites;
  const [was, is] = [childOf(before.at, "requestBody"), childOf(after.at, "requestBody")];
  if (!was || !is) return yield* comparePresence(after, was, is);
  const bodies = { before: was, after: is };
  yield* compareRequired(after, bodies);
  const isMissable = after.model.body?.flat === true && is.value.required !== true;
  yield* compareContent(bodies, isMissable);
  yield* compareShape(sites, is);
  yield* compareRest(bodies, new Set(["content", "required"]));
}

function* comparePresence(after: OperationSite, was: Site | undefined, is: Site | undefined): Findings {
  const subject = named(after.model.id);
  if (was) {
    yield { rule: "body-removed", at: was, subject, before: Object.keys(Object(was.value.content)) };
  }
  if (is) {
    const rule = asksForBody(after) ? "required-body-added" : "body-added";
    yield { rule, at: is, subject, after: Object.keys(Object(is.value.content)) };
  }
}

function* compareRequired(operation: OperationSite, { before, after: at }: Pair): Findings {
  const [was, is] = [before.value.required === true, at.value.required === true];
  if (was === is) return;
  const demand = asksForBody(operation) ? "body-required" : "body-sent";
  const subject = named(operation.model.id);
  yield { rule: is ? demand : "body-optional", at, subject, before: was, after: is };
}

/** Whether the members of the body lie among the other arguments. */
function* compareShape({ before, after }: Pair<OperationSite>, at: Site): Findings {
  const [was, is] = [before.model.body, after.model.body];
  if (!was || !is || was.flat === is.flat) return;
  const shape = { before: shapeOf(was.flat), after: shapeOf(is.flat) };
  yield { rule: "body-shape-changed", at, subject: named(after.model.id), ...shape };
}

/** Of a body whose members all may be missing, a call need not give anything. */
function asksForBody({ model }: OperationSite): boolean {
  return model.arguments.some((one) => one.required && (one.in === "member" || one.in === "body"));
}

function* compareContent(bodies: Pair, isMissable: boolean): Findings {
  const [was, is] = [mediaOf(bodies.before), mediaOf(bodies.after)];
  yield* compareMediaTypes(was, is);
  for (const media of [...matchByKey(was, is).both, ...replaced(was, is)]) {
    yield* compareMedia(media, isMissable);
  }
}

/** By what they are matched by; the first of them is what is sent. */
type ByKey = ReadonlyMap<string, Media>;

function* compareMediaTypes(was: ByKey, is: ByKey): Findings {
  const { removed, added } = matchByKey(was, is);
  const [[sent] = [], [key, first] = []] = [[...was][0], [...is][0]];
  const isResent = sent !== key;
  if (isResent && first && key) {
    const at = first.at;
    yield { rule: "request-media-type-changed", at, subject: named(key), before: sent, after: key };
  }
  for (const { key: gone, before } of removed) {
    if (isResent && gone === sent) continue;
    yield { rule: "request-media-type-removed", at: before.at, subject: named(gone), before: gone };
  }
  for (const { key: come, after } of added) {
    if (isResent && come === key) continue;
    yield { rule: "request-media-type-added", at: after.at, subject: named(come), after: come };
  }
}

/** What is sent instead holds the same arguments, or says what it does not. */
function replaced(was: ByKey, is: ByKey): Pair<Media>[] {
  const [[sent, before] = [], [key, after] = []] = [[...was][0], [...is][0]];
  const isReplaced = before && after && sent !== undefined && sent !== key && !is.has(sent);
  return isReplaced ? [{ before, after }] : [];
}

function* compareMedia({ before, after }: Pair<Media>, isMissable: boolean): Findings {
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
