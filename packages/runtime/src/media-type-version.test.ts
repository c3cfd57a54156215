import { expect, it } from "vitest";
import { mediaTypeVersions } from "./media-type-version.ts";

it.each([
  { version: "2.5", given: "application/vnd.acme-v{version}+json", want: "application/vnd.acme-v2.5+json" },
  { version: undefined, given: "application/vnd.acme-v{version}", want: "application/vnd.acme-v2" },
  { version: "", given: "application/vnd.acme-v{version}", want: "application/vnd.acme-v2" },
  {
    version: "3",
    given: "application/vnd.acme-v{version};charset=UTF-8, */*, text/vnd.acme-v{version}",
    want: "application/vnd.acme-v3;charset=UTF-8, */*, text/vnd.acme-v3",
  },
  { version: "3", given: "application/vnd.acme-v2+json", want: "application/vnd.acme-v2+json" },
])("writes $given in release $version", ({ version, given, want }) => {
  expect(mediaTypeVersions("2")(version)(given)).toBe(want);
});
