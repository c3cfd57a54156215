import { expect, test } from "vitest";
import { documentOf } from "../../test/acme-jobs.ts";
import type { Document } from "../document/document.ts";
import { findTwins } from "./find-twins.ts";

const [one] = documentOf({}).operations as [Document["operations"][0]];

test.each<{ name: string; paths: string[]; rpc?: Document["rpc"]; want: string[] }>([
  { name: "none", paths: ["/a/{id}", "/a/{id}/b", "/a/b", "/{id}/b"], want: [] },
  {
    name: "two",
    paths: ["/a/{id}", "/b/{id}", "/a/{name}"],
    want: ["/a/{id} /a/{name}", "/a/{name} /a/{id}"],
  },
  {
    name: "three",
    paths: ["/{a}:stop", "/{b}:stop", "/{c}:stop"],
    want: ["/{a}:stop /{b}:stop", "/{b}:stop /{a}:stop", "/{c}:stop /{a}:stop"],
  },
  {
    name: "those that a header tells apart",
    paths: ["/", "/"],
    rpc: { path: "/", operation: "x-action", version: "x-version" },
    want: [],
  },
])("$name of $paths", ({ paths, rpc, want }) => {
  const document = documentOf({});
  const operations = [
    ...paths.map((path) => ({ ...one, path })),
    { ...one, method: "DELETE", path: paths[0] ?? "" },
  ];
  const twins = findTwins({ ...document, operations, ...(rpc && { rpc }) });
  expect([...twins].map(([own, other]) => `${own.path} ${other.path}`)).toEqual(want);
});
