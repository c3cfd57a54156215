import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { ownServers } from "./servers.ts";

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
