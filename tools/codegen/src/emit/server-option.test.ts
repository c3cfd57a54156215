import { describe, expect, it } from "vitest";
import type { Service } from "../describe/service.ts";
import type { ServerObject } from "../spec/document.ts";
import { serverOption } from "./server-option.ts";

const optionOf = (servers: ServerObject[], own: ServerObject[] = []) =>
  serverOption({ servers, operations: own.map((server) => ({ servers: [server] })) } as unknown as Service)
    .replaceAll(/^ *\/?\*.*\n/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();

const region = { default: "north", enum: ["north", "south"] };

describe("the option server", () => {
  it.each([
    { name: "one address", given: [{ url: "https://a.example.org" }], want: "" },
    {
      name: "a host of one's own",
      given: [{ url: "https://{host}", variables: { host: { default: "jobs.example.com" } } }],
      want: "",
    },
    {
      name: "several",
      given: [{ url: "https://a.acme.org", description: "North" }, { url: "https://b.acme.org" }],
      want: "readonly server?: { readonly index?: 0 | 1 | undefined; } | undefined;",
    },
    {
      name: "a list of values, to which others may come",
      given: [{ url: "https://{region}.acme.org", variables: { region } }],
      want: 'readonly server?: { readonly variables?: { readonly region?: "north" | "south" | (string & {}) | undefined; } | undefined; } | undefined;',
    },
    {
      name: "a name that is none in TypeScript, and an operation elsewhere with the same variable and another",
      given: [{ url: "https://{the-zone}.acme.org", variables: { "the-zone": { default: "1" } } }],
      own: [
        {
          url: "https://{the-zone}.login.acme.org/{realm}",
          variables: { "the-zone": { default: "1" }, realm: { default: "main" } },
        },
      ],
      want: 'readonly server?: { readonly variables?: { readonly "the-zone"?: string | undefined; readonly realm?: string | undefined; } | undefined; } | undefined;',
    },
  ])("of $name", ({ given, own, want }) => {
    expect(optionOf(given, own)).toBe(want);
  });

  it("says which is which", () => {
    const several = serverOption({
      servers: [{ url: "https://a.acme.org", description: "North" }, { url: "https://b.acme.org" }],
      operations: [],
    } as unknown as Service);
    expect(several).toContain("   * - 0: North\n   * - 1: https://b.acme.org\n");
  });
});
