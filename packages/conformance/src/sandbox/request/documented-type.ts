import { isObject, type JsonObject } from "../../document/json.ts";
import { MEDIA_TYPE_VERSION } from "../../document/vocabulary.ts";
import { matchesMediaType } from "../../wire/media-type.ts";

/** The releases that a document's media types differ by. */
export interface TypeVersions {
  /** The media type of a release. */
  typeOf(version: string): string;
  /** The release that the document is written with. */
  readonly written: string;
  readonly versions: readonly string[];
}

const remembered = new WeakMap<JsonObject, { readonly own: TypeVersions | undefined }>();

/** The releases of a document; `undefined` where its media types do not differ by any. */
export function typeVersions(root: JsonObject): TypeVersions | undefined {
  const known = remembered.get(root) ?? { own: readVersions(root[MEDIA_TYPE_VERSION]) };
  remembered.set(root, known);
  return known.own;
}

function readVersions(keyword: unknown): TypeVersions | undefined {
  if (!isObject(keyword) || !Array.isArray(keyword.versions)) return undefined;
  const template = String(keyword.template);
  return {
    typeOf: (version) => template.replace("{version}", version),
    written: String(keyword.default),
    versions: keyword.versions.map(String),
  };
}

/** Whether a documented media type is the one that differs by release. */
export function isVersioned(versions: TypeVersions, type: string): boolean {
  return matchesMediaType(type, versions.typeOf(versions.written));
}

/** Whether a media type is a documented one, be it of another release. */
export function isDocumentedType(root: JsonObject, received: string, documented: string): boolean {
  if (matchesMediaType(received, documented)) return true;
  const versions = typeVersions(root);
  if (!versions || !isVersioned(versions, documented)) return false;
  return versions.versions.some((version) => matchesMediaType(received, versions.typeOf(version)));
}
