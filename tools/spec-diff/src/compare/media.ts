import { isForm, isJson, isText } from "codegen/src/describe/media-type.ts";
import { type Findings, named } from "./finding.ts";
import { isBag, isSame } from "./json.ts";
import { fingerprint } from "./schema/fingerprint.ts";
import { childOf, type Pair, placeIn, type Site } from "./site.ts";

/** One media type of a body. */
export interface Media {
  /** As the document spells it. */
  readonly mediaType: string;
  readonly at: Site;
  readonly schemas: readonly Site[];
}

/**
 * The media types of a body, by what a comparison matches them by: where they tell releases apart, all releases are
 * one (`x-media-type-version`).
 */
export function mediaOf(holder: Site): Map<string, Media> {
  const content = holder.value.content;
  const { template, default: release } = holder.spec.document["x-media-type-version"] ?? {};
  const written = template?.replace("{version}", release ?? "");
  return new Map(
    Object.keys(isBag(content) ? content : {}).flatMap((mediaType): [string, Media][] => {
      const at = childOf(holder, "content", mediaType);
      if (!at) return [];
      const key = written && template ? mediaType.replace(written, template) : mediaType;
      return [[key, { mediaType, at, schemas: schemasOf(at) }]];
    }),
  );
}

/** Whether the schema has a say in the type: what is text, or bytes, is handed over as it is. */
export function isTyped(mediaType: string): boolean {
  return isJson(mediaType) || isForm(mediaType);
}

/** What is text, or bytes, is that whatever its schema says. */
export function* compareUntyped({ before, after }: Pair): Findings {
  const [was, is] = [before.value.schema, after.value.schema];
  if (isSame(was, is)) return;
  const subject = named(after.place.at(-1));
  yield { rule: "prose-changed", at: placeIn(after, "schema"), subject, before: was, after: is };
}

/** One text for bodies of one type. */
export function mediaFingerprint({ mediaType, schemas }: Media): string {
  if (isTyped(mediaType)) return fingerprint(schemas);
  return isText(mediaType) ? "text" : "bytes";
}

function schemasOf(at: Site): Site[] {
  const { schema } = at.value;
  return isBag(schema) ? [{ ...placeIn(at, "schema"), value: schema }] : [];
}
