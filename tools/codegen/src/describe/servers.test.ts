import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { exampleUrl, needsBaseUrl, ownServers, placeholderOf } from "./servers.ts";

const main = { url: "https://{host}/api", variables: { host: { default: "a.example" } } };
const login = { url: "https://login.{host}", variables: { host: { default: "a.example" } } };
const spec = specOf({ servers: [main] });

describe("ownServers", () => {
  it.each([
    { given: {}, want: undefined },
    { given: { item: [login] }, want: [login] },
    { given: { item: [login], operation: [main] }, want: undefined },
    { given: { operation: [login, main] }, want: [login, main] },
    { given: { operation: [] }, want: undefined },
    { given: { operation: [{ ...main, description: "The same, in other words." }] }, want: undefined },
  ])("$given → $want", ({ given: { item, operation }, want }) => {
    const servers = {
      item: { ...(item && { servers: item }) },
      operation: { ...(operation && { servers: operation }) },
    };
    expect(ownServers(spec, servers)).toEqual(want);
  });
});

describe("placeholderOf", () => {
  it.each([
    { given: "https://{host}/api", value: "acme.example.com", want: "host" },
    { given: "https://{host}:8443", value: "example.org", want: "host" },
    { given: "https://{zone}.{host}/v1", value: "jobs.acme.test", want: "host" },
    { given: "http://{host}", value: "acme.invalid:8080", want: "host" },
    { given: "https://{host}", value: "EXAMPLE", want: "host" },
    // A real address, one that the document closes itself, and a variable elsewhere.
    { given: "https://{host}", value: "acme.example.com.cn", want: undefined },
    { given: "https://{host}", value: "notexample.com", want: undefined },
    { given: "https://{host}.acme.com", value: "test", want: undefined },
    { given: "https://acme.com/{host}", value: "test", want: undefined },
    { given: "https://acme.example.com", value: "test", want: undefined },
  ])("$given, $value → $want", ({ given, value, want }) => {
    const variables = { zone: { default: "north" }, host: { default: value } };
    const server = { url: given, variables };
    expect(placeholderOf(server)).toBe(want);
    expect(needsBaseUrl([server])).toBe(want !== undefined);
    expect(needsBaseUrl([server, { url: "https://acme.com" }])).toBe(false);
    expect(exampleUrl(server)).toBe(given.replace("{zone}", "north").replace("{host}", value));
  });
});
