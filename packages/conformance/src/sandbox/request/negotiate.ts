import type { Document, MediaType, Operation } from "../../document/document.ts";
import type { JsonObject } from "../../document/json.ts";
import { parseAccept, qualityOf } from "../../wire/accept.ts";
import type { Violation } from "../violation.ts";
import { isVersioned, typeVersions } from "./documented-type.ts";

const lastWelcome = new WeakMap<Operation, string | null>();

/** What is wrong with an `Accept`: nothing that the operation answers with fits it. */
export function checkAccept(document: Document, operation: Operation, accept: string | null): Violation[] {
  // Whoever asks again asks in the same way.
  if (lastWelcome.get(operation) === accept) return [];
  const violations = judgeAccept(document, operation, accept);
  if (violations.length === 0) lastWelcome.set(operation, accept);
  return violations;
}

function judgeAccept(document: Document, operation: Operation, accept: string | null): Violation[] {
  const ranges = parseAccept(accept);
  if (!ranges) return [];
  const types = typesOf(operation);
  if (types.length === 0) return [];
  const isWelcome = types.some((type) =>
    [type, ...otherReleases(document, type)].some((one) => qualityOf(ranges, one) > 0),
  );
  if (isWelcome) return [];
  const received = accept ?? "none";
  return [{ mistake: "notAcceptable", at: "header accept", expected: types.join(" or "), received }];
}

/**
 * The `Content-Type` of an answer: the documented one, unless an `Accept` welcomes that of another release more.
 *
 * @example
 * contentTypeFor(document, media, "application/vnd.acme-v1+json"); // where the document is written with v2
 */
export function contentTypeFor({ root }: Document, media: MediaType, accept: string | null): string {
  const last = lastChosen.get(media);
  if (last?.accept === accept) return last.type;
  const type = chooseType(root, media, accept);
  lastChosen.set(media, { accept, type });
  return type;
}

const lastChosen = new WeakMap<MediaType, { readonly accept: string | null; readonly type: string }>();

function chooseType(root: JsonObject, { type }: MediaType, accept: string | null): string {
  const versions = typeVersions(root);
  const ranges = versions && isVersioned(versions, type) ? parseAccept(accept) : undefined;
  if (!versions || !ranges) return type;
  const others = versions.versions.map((version) => versions.typeOf(version));
  let chosen = { type, quality: qualityOf(ranges, type) };
  for (const other of others) {
    const quality = qualityOf(ranges, other);
    if (quality > chosen.quality) chosen = { type: other, quality };
  }
  return chosen.type;
}

function typesOf({ responses }: Operation): string[] {
  return [...new Set(Object.values(responses).flatMap(({ content }) => content.map(({ type }) => type)))];
}

function otherReleases({ root }: Document, type: string): string[] {
  const versions = typeVersions(root);
  if (!versions || !isVersioned(versions, type)) return [];
  return versions.versions.map((version) => versions.typeOf(version));
}
