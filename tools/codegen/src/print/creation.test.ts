import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeService } from "../describe/service.ts";
import { printCreation } from "./creation.ts";

describe("printCreation", () => {
  const host = { url: "https://{host}/api", variables: { host: { default: "acme.example.com" } } };
  const region = { url: "https://{region}.acme.test", variables: { region: { default: "north" } } };
  const fixed = { url: "https://acme.test" };
  const bearer = { Token: { type: "http", scheme: "Bearer" } };
  const signed = { Signed: { type: "http", scheme: "ACME-HMAC" } };

  it.each([
    { given: { servers: [fixed], schemes: {} }, want: "createClient()" },
    { given: { servers: [fixed], schemes: bearer }, want: 'createClient({ auth: bearer("token") })' },
    {
      given: { servers: [host], schemes: {} },
      want: 'createClient({ baseUrl: "https://acme.example.com/api" })',
    },
    {
      given: { servers: [region, fixed], schemes: {} },
      want: 'createClient({ server: { variables: { region: "north" } } })',
    },
    {
      given: {
        servers: [fixed],
        schemes: { Token: { ...bearer.Token, "x-environment": { token: ["ACME"] } } },
      },
      want: "createClient({ auth: fromEnvironment() })",
    },
    {
      given: { servers: [region], schemes: { ...signed, ...bearer } },
      want:
        'createClient({\n  server: { variables: { region: "north" } },\n' +
        '  auth: authorization("ACME-HMAC", "…"),\n})',
    },
  ])("$want", ({ given: { servers, schemes }, want }) => {
    const spec = specOf({ servers, components: { securitySchemes: schemes } });
    expect(printCreation(describeService("acme", spec))).toBe(want);
  });
});
