import { matchesMediaType } from "../wire/media-type.ts";
import { type Finding, fail, pass } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** The media type is a documented one, parameters included. */
export function checkContentType({ exchange: { response }, documented, testCase }: Subject): Finding[] {
  if (!response || !documented) return [];
  // What stands for any status, and shows no body, does not say that there is none.
  if (testCase.anyStatus && documented.status === "default" && documented.content.length === 0) return [];
  const types = documented.content.map(({ type }) => type);
  const received = response.headers.get("content-type");
  if (types.length === 0) {
    const bytes = response.body.length;
    return bytes === 0
      ? [pass("no body")]
      : [fail("no body", `${bytes} bytes of ${received ?? "no media type"}`)];
  }
  const mayBeMissing = documented.bodyOptional && response.body.length === 0;
  if (mayBeMissing) return [pass("no body, or one of a documented type", "no body")];
  const expected = types.join(" or ");
  if (received === null) return [fail(expected, "no Content-Type header")];
  const matches = types.some((type) => matchesMediaType(received, type));
  return [matches ? pass(expected, received) : fail(expected, received)];
}
