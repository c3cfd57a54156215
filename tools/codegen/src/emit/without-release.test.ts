import { describe, expect, it } from "vitest";
import { withoutRelease } from "./without-release.ts";

const suffixed = {
  mediaTypeVersion: {
    template: "application/vnd.acme-v{version}+json",
    default: "2",
    versions: ["1", "2", "2.5"],
  },
};
const bare = {
  mediaTypeVersion: { ...suffixed.mediaTypeVersion, template: "application/vnd.acme-v{version}" },
};

describe("withoutRelease", () => {
  it.each([
    { given: "application/vnd.acme-v2+json", want: "application/vnd.acme-v{version}+json" },
    {
      given: "application/vnd.acme-v2+json;charset=UTF-8",
      want: "application/vnd.acme-v{version}+json;charset=UTF-8",
    },
    {
      given: "text/plain, Application/vnd.acme-v2+json, */*",
      want: "text/plain, application/vnd.acme-v{version}+json, */*",
    },
    { given: "application/vnd.acme-v1+json", want: "application/vnd.acme-v1+json" },
    { given: "*/*", want: "*/*" },
  ])("$given → $want", ({ given, want }) => {
    expect(withoutRelease(given, suffixed)).toBe(want);
    expect(withoutRelease(given, { mediaTypeVersion: undefined })).toBe(given);
  });

  it("does not take the beginning of a media type for the whole", () => {
    expect(withoutRelease("application/vnd.acme-v2.5, application/vnd.acme-v2", bare)).toBe(
      "application/vnd.acme-v2.5, application/vnd.acme-v{version}",
    );
  });
});
