import { essence } from "codegen/src/describe/media-type.ts";
import { type Findings, named } from "./finding.ts";
import { matchByKey } from "./match.ts";
import { compareUntyped, isTyped, type Media, mediaFingerprint } from "./media.ts";
import { compareRest } from "./rest.ts";
import { compareSchemas } from "./schema/schemas.ts";
import type { Pair } from "./site.ts";

type ByMediaType = ReadonlyMap<string, Media>;

/** The media types of an answer that has a body in both versions. */
export function* compareAnswerMedia(was: ByMediaType, is: ByMediaType): Findings {
  const { both, removed, added } = matchByKey(was, is);
  const come = [...added];
  const pairs: Pair<Media>[] = [...both];
  const types = { before: typesOf(was), after: typesOf(is) };
  for (const { key, before } of removed) {
    const index = come.findIndex((other) => essence(other.key) === essence(key));
    const [match] = index < 0 ? [] : come.splice(index, 1);
    if (match) {
      pairs.push({ before, after: match.after });
      yield { rule: "answer-media-type-renamed", at: match.after.at, subject: named(match.key), before: key };
      continue;
    }
    const isLeft = types.after.has(mediaFingerprint(before));
    const rule = isLeft ? "answer-media-type-replaced" : "answer-media-type-removed";
    yield { rule, at: before.at, subject: named(key), before: key };
  }
  for (const { key, after } of come) {
    const isKnown = types.before.has(mediaFingerprint(after));
    const rule = isKnown ? "answer-media-type-added" : "answer-media-type-widens";
    yield { rule, at: after.at, subject: named(key), after: key };
  }
  for (const pair of pairs) yield* compareBodies(pair);
}

function typesOf(media: ByMediaType): ReadonlySet<string> {
  return new Set([...media.values()].map(mediaFingerprint));
}

function* compareBodies({ before, after }: Pair<Media>): Findings {
  const at = { before: before.at, after: after.at };
  if (isTyped(after.mediaType)) {
    const schemas = { before: before.schemas, after: after.schemas };
    yield* compareSchemas(schemas, { side: "received", at, seen: new Set() });
  } else {
    yield* compareUntyped(at);
  }
  yield* compareRest(at, new Set(["schema"]));
}
