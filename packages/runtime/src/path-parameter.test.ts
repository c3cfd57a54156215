import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Operations, paths } from "../test/paths.ts";
import { service } from "../test/service.ts";
import { stubFetch } from "../test/stub-fetch.ts";
import { createClient } from "./index.ts";

const send = async (jobId: unknown): Promise<string> => {
  const { fetch, sent } = stubFetch();
  await createClient<Operations, paths>(service, { fetch }).getJob({ jobId });
  return new URL(sent().url).pathname;
};

describe("a path parameter", () => {
  it.each(["", ".", "..", "a\0b", [".."]])("cannot be %j", async (given) => {
    await expect(send(given)).rejects.toThrow("cannot stand for {jobId}");
  });

  it.each([
    { given: "../admin", want: "/v1/jobs/..%2Fadmin" },
    { given: "%2e%2e", want: "/v1/jobs/%252e%252e" },
    { given: "a?b#c", want: "/v1/jobs/a%3Fb%23c" },
    { given: "$&", want: "/v1/jobs/%24%26" },
    { given: "{jobId}", want: "/v1/jobs/%7BjobId%7D" },
    { given: 7, want: "/v1/jobs/7" },
  ])("$given stays in its segment", async ({ given, want }) => {
    expect(await send(given)).toBe(want);
  });

  it("never leaves the template, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (id) => {
        const path = await send(id).catch((error) => error);
        if (path instanceof TypeError) return;
        expect(path).toMatch(/^\/v1\/jobs\/[^/]+$/);
      }),
    );
  });
});
