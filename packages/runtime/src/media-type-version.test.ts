import { describe, expect, it } from "vitest";
import { mediaTypeVersions } from "./media-type-version.ts";

const suffixed = {
  template: "application/vnd.acme-v{version}+json",
  default: "2",
};
const bare = { template: "application/vnd.acme-v{version}", default: "2" };

describe("mediaTypeVersions", () => {
  it.each([
    { given: "application/vnd.acme-v2+json", want: "application/vnd.acme-v2.5+json" },
    {
      given: "application/vnd.acme-v2+json;charset=UTF-8",
      want: "application/vnd.acme-v2.5+json;charset=UTF-8",
    },
    {
      given: "text/plain, Application/vnd.acme-v2+json, */*",
      want: "text/plain, application/vnd.acme-v2.5+json, */*",
    },
    { given: "application/vnd.acme-v1+json", want: "application/vnd.acme-v1+json" },
    { given: "*/*", want: "*/*" },
  ])("$given → $want", ({ given, want }) => {
    expect(mediaTypeVersions(suffixed)("2.5")?.(given)).toBe(want);
    expect(mediaTypeVersions(suffixed)("2")?.(given).toLowerCase()).toBe(given.toLowerCase());
  });

  it("does not take the beginning of a media type for the whole", () => {
    expect(mediaTypeVersions(bare)("1")?.("application/vnd.acme-v2.5, application/vnd.acme-v2")).toBe(
      "application/vnd.acme-v2.5, application/vnd.acme-v1",
    );
  });
});
