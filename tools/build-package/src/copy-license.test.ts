import { expect, it } from "vitest";
import { packagesOf } from "./copy-license.ts";

it.each([
  { given: ["/a/src/b.ts"], want: [] },
  { given: ["/a/node_modules/b/index.js"], want: [{ name: "b", folder: "/a/node_modules/b" }] },
  {
    given: ["/a/node_modules/b/1.js", "/a/node_modules/b/2.js"],
    want: [{ name: "b", folder: "/a/node_modules/b" }],
  },
  {
    given: ["/a/node_modules/.pnpm/@b+c@1.0.0/node_modules/@b/c/lib/d.js"],
    want: [{ name: "@b/c", folder: "/a/node_modules/.pnpm/@b+c@1.0.0/node_modules/@b/c" }],
  },
])("$given: $want", ({ given, want }) => {
  expect(packagesOf(given)).toEqual(want);
});
