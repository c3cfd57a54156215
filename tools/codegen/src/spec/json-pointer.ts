/** The segments of a place in a document. */
export type Place = readonly string[];

/** RFC 6901 §6: a JSON pointer as a URI fragment, left readable: `#/paths/~1tasks~1{taskId}/get`. */
export function toPointer(place: Place): string {
  return ["#", ...place.map((segment) => segment.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/** The segments of a pointer that stands in a `$ref`, where it may be percent-encoded. */
export function fromPointer(pointer: string): Place {
  return pointer
    .slice("#/".length)
    .split("/")
    .map((segment) => decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~"));
}
