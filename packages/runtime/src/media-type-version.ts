/** Media types that differ by release in one number alone (`x-media-type-version`). */
export interface MediaTypeVersion {
  /** `application/vnd.acme-v{version}+json` */
  readonly template: string;
  /** The one that the description is written with. */
  readonly default: string;
}

/** Writes the media types of an `Accept` or a `Content-Type` as they are in one release. */
export type InVersion = (mediaTypes: string) => string;

/** How they are written in the release that is asked for, if one is. */
export type MediaTypeVersions = (version: string | undefined) => InVersion | undefined;

/** The releases of a service whose media types tell them apart. */
export function mediaTypeVersions({ template, default: written }: MediaTypeVersion): MediaTypeVersions {
  return (version) => {
    if (!version) return undefined;
    const at = (release: string) => template.replace("{version}", release);
    // Not merely its beginning: the media type of release 3 begins that of release 3.5.
    const from = new RegExp(`${at(written).replace(/\W/g, "\\$&")}(?![^\\s;,])`, "gi");
    return (mediaTypes) => mediaTypes.replace(from, at(version));
  };
}
