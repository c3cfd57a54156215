/** Writes the media types of an `Accept` or a `Content-Type` as they are in one release. */
export type InVersion = (mediaTypes: string) => string;

/** How they are written in the release that is asked for, or in the one that the description is written with. */
export type MediaTypeVersions = (version: string | undefined) => InVersion;

/**
 * The releases of a service whose media types tell them apart (`x-media-type-version`): where they differ, operations are
 * described with `{version}`, as in `application/vnd.acme-v{version}+json`.
 *
 * @param written - the release that is meant if none is asked for
 */
export function mediaTypeVersions(written: string): MediaTypeVersions {
  return (version) => (mediaTypes) => mediaTypes.replaceAll("{version}", version || written);
}
