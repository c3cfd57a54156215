import { describe, expect, it } from "vitest";
import { chooseVersion } from "./media-type-version.ts";

const suffixed = {
  template: "application/vnd.acme-v{version}+json",
  default: "2",
  versions: ["1", "2", "2.5"],
};
const bare = { template: "application/vnd.acme-v{version}", default: "2", versions: ["1", "2", "2.5"] };

describe("chooseVersion", () => {
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
    expect(chooseVersion(suffixed, "2.5")(given)).toBe(want);
    expect(chooseVersion(suffixed, undefined)(given)).toBe(given);
  });

  it("does not take the beginning of a media type for the whole", () => {
    expect(chooseVersion(bare, "1")("application/vnd.acme-v2.5, application/vnd.acme-v2")).toBe(
      "application/vnd.acme-v2.5, application/vnd.acme-v1",
    );
  });

  it.each([
    { given: suffixed, want: 'version is "3". Documented are: 1, 2, 2.5.' },
    { given: undefined, want: 'version is "3". Documented are: none' },
  ])("refuses what is not documented: $want", ({ given, want }) => {
    expect(() => chooseVersion(given, "3")).toThrow(want);
  });
});
