import { describe, expect, it } from "vitest";
import { matchTemplate } from "./match-template.ts";

describe("matchTemplate", () => {
  it.each([
    { given: ["https://{host}/api", "https://a.example/api"], want: { host: "a.example" } },
    { given: ["https://{host}/api/", "https://a.example:8443/api"], want: { host: "a.example:8443" } },
    { given: ["https://{host}/api", "https://a.example/v2/api"], want: undefined },
    { given: ["https://{host}/api", "http://a.example/api"], want: undefined },
    { given: ["https://{host}", "https://a.example/api"], want: undefined },
    {
      given: ["https://jobs.{region}.example.com", "https://JOBS.north-1.example.com"],
      want: { region: "north-1" },
    },
    {
      given: ["https://{net}.{region}.example.com", "https://jobs.north.example.com"],
      want: { net: "jobs", region: "north" },
    },
    { given: ["https://jobs.example.com", "https://jobs.example.com"], want: {} },
    { given: ["https://jobs.example.com", "https://jobs-example.com"], want: undefined },
  ] as const)("$given → $want", ({ given: [template, url], want }) => {
    expect(matchTemplate(template, url)).toEqual(want);
  });
});
