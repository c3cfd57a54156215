import type { MediaTypeVersion } from "./service-description.ts";

/** Writes the media types of an `Accept` or a `Content-Type` as they are in the chosen release. */
export type InVersion = (mediaTypes: string) => string;

/**
 * Chooses the release whose media types are asked for; without a version, the one that the description is in.
 *
 * @throws TypeError if the version is not documented, or if the service has none.
 */
export function chooseVersion(
  description: MediaTypeVersion | undefined,
  version: string | undefined,
): InVersion {
  if (version === undefined) return (mediaTypes) => mediaTypes;
  if (!description?.versions.includes(version)) {
    const known =
      description?.versions.join(", ") ?? "none, since the media types of this service have no version";
    throw new TypeError(`version is ${JSON.stringify(version)}. Documented are: ${known}.`);
  }
  const { template, default: written } = description;
  const from = template.replace("{version}", written).toLowerCase();
  const to = template.replace("{version}", version);
  return (mediaTypes) =>
    mediaTypes.replace(/[^,\s][^,]*/g, (type) =>
      isExactly(type, from) ? to + type.slice(from.length) : type,
    );
}

/** Not merely its beginning: the media type of release 3 begins that of release 3.5. */
function isExactly(mediaType: string, wanted: string): boolean {
  return mediaType.toLowerCase().startsWith(wanted) && /^\s*(;|$)/.test(mediaType.slice(wanted.length));
}
