import { expect, test } from "vitest";
import type { Json } from "./json.ts";
import { readServers } from "./read-servers.ts";

test.each<{ name: string; given: Json | undefined; want: object[] }>([
  { name: "none", given: undefined, want: [] },
  { name: "no list", given: "https://x", want: [] },
  { name: "an entry that is no object", given: ["https://x"], want: [] },
  {
    name: "one",
    given: [{ url: "https://x/v3", description: "d" }],
    want: [{ url: "https://x/v3", variables: {} }],
  },
  {
    name: "variables by their default",
    given: [
      { url: "https://{a}/{b}", variables: { a: { default: "x", enum: ["x", "y"] }, b: { default: 3 } } },
    ],
    want: [{ url: "https://{a}/{b}", variables: { a: "x", b: "3" } }],
  },
  {
    name: "several, in their order",
    given: [{ url: "/a" }, { url: "/b" }],
    want: [
      { url: "/a", variables: {} },
      { url: "/b", variables: {} },
    ],
  },
  {
    name: "a variable that is broken",
    given: [{ url: "/{a}", variables: { a: null } }],
    want: [{ url: "/{a}", variables: { a: "" } }],
  },
])("$name", ({ given, want }) => {
  expect(readServers(given)).toEqual(want);
});
