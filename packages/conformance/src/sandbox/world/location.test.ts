import { expect, test } from "vitest";
import { documentOf } from "../../../test/acme-jobs.ts";
import type { Operation } from "../../document/document.ts";
import type { Received } from "../received.ts";
import type { Link } from "./links.ts";
import { locationOf } from "./location.ts";

const document = documentOf({}, {}, { path: "/sites/{site}/jobs", method: "post" });
const [operation] = document.operations as [Operation];
const target = { ...operation, path: "/sites/{site}/jobs/{jobId}" };
const parameters = { site: "$request.path.site", jobId: "$response.body#/id" };
const over = {
  ...{ path: { site: "a/b" }, query: {}, header: {}, body: undefined },
  response: { headers: {}, body: { id: "j 1" } },
};

const locate = (url: string, sample: string, link: object = {}, rpc?: Received["document"]["rpc"]) =>
  locationOf(
    { document: { ...document, ...(rpc && { rpc }) }, operation, request: { url } } as unknown as Received,
    { target, parameters, ...link } as unknown as Link,
    over,
    sample,
  );

test.each([
  { url: "http://x.invalid/sites/a%2Fb/jobs", sample: "/any", want: "/sites/a%2Fb/jobs/j%201" },
  { url: "http://x.invalid/sites/a%2Fb/jobs?x=1", sample: "/any", want: "/sites/a%2Fb/jobs/j%201" },
  { url: "http://x.invalid/sites/a%2Fb/jobs/", sample: "/any/", want: "/sites/a%2Fb/jobs/j%201/" },
  { url: "http://x.invalid/v3/sites/a%2Fb/jobs", sample: "/any", want: "/v3/sites/a%2Fb/jobs/j%201" },
  {
    url: "http://x.invalid:81/v3/sites/a%2Fb/jobs",
    sample: "https://acme.example/any",
    want: "http://x.invalid:81/v3/sites/a%2Fb/jobs/j%201",
  },
])("of $url, like $sample: $want", ({ url, sample, want }) => {
  expect(locate(url, sample)).toBe(want);
});

const URL = "http://x.invalid/sites/a%2Fb/jobs";

test("without one of its parts there is none", () => {
  expect(locate(URL, "/any", { parameters: { site: "$request.path.site" } })).toBeUndefined();
  expect(locate(URL, "/any", { parameters: { ...parameters, jobId: "$response.body#/no" } })).toBeUndefined();
});

test("nor where all operations share one path", () => {
  expect(locate(URL, "/any", {}, { path: "/", operation: "x", version: "y" })).toBeUndefined();
});
