import type { Service } from "../describe/service.ts";

/**
 * Media types of a description or a header with `{version}` where the documented ones name the release that the document
 * is written with (`x-media-type-version`); the others as they are.
 */
export function withoutRelease(
  mediaTypes: string,
  { mediaTypeVersion }: Pick<Service, "mediaTypeVersion">,
): string {
  if (!mediaTypeVersion) return mediaTypes;
  const { template, default: written } = mediaTypeVersion;
  const literally = template.replace("{version}", written).replace(/\W/g, "\\$&");
  // Not merely its beginning: the media type of release 3 begins that of release 3.5.
  return mediaTypes.replace(new RegExp(`${literally}(?![^\\s;,])`, "gi"), template);
}
