import { describe, expect, it } from "vitest";
import { listed, operations, service } from "../test/service.ts";
import { urlOf } from "./base-url.ts";
import { checkOptions } from "./check-options.ts";
import type { ClientOptions } from "./client-options.ts";
import { connect } from "./connection.ts";
import { ownServer } from "./own-server.ts";
import { serverTemplate } from "./server-template.ts";

const { logIn, ping } = operations;

describe("the URL of requests", () => {
  const rows: { given: ClientOptions; want: string; own: string }[] = [
    { given: {}, want: "https://north.api.example.com/v1", own: "https://login.north.example.com/sso/main" },
    {
      given: { server: { variables: { region: "south" } } },
      want: "https://south.api.example.com/v1",
      own: "https://login.south.example.com/sso/main",
    },
    {
      // A variable that only the other server has.
      given: { server: { variables: { realm: "staff" } } },
      want: "https://north.api.example.com/v1",
      own: "https://login.north.example.com/sso/staff",
    },
    {
      given: { server: { index: 1, variables: { region: "south" } } },
      want: "https://api.example.org",
      own: "https://login.south.example.com/sso/main",
    },
    {
      // One of the documented servers: its variables fill the other, also where they are not listed.
      given: { baseUrl: "https://east.api.example.com/v1/" },
      want: "https://east.api.example.com/v1",
      own: "https://login.east.example.com/sso/main",
    },
    {
      given: { baseUrl: "https://east.api.example.com/v1", server: { variables: { realm: "staff" } } },
      want: "https://east.api.example.com/v1",
      own: "https://login.east.example.com/sso/staff",
    },
    {
      // The second documented server, which has no variables.
      given: { baseUrl: "https://api.example.org", server: { index: 0 } },
      want: "https://api.example.org",
      own: "https://login.north.example.com/sso/main",
    },
    {
      // Not one of them: a sandbox, which serves both.
      given: { baseUrl: "http://localhost:8080/v1/" },
      want: "http://localhost:8080/v1",
      own: "http://localhost:8080/sso/main",
    },
    {
      given: { baseUrl: "https://a.example", server: { index: 1 } },
      want: "https://a.example",
      own: "https://a.example/sso/main",
    },
  ];

  it.each(rows)("$given → $want and $own", ({ given, want, own }) => {
    const connection = connect(service, given);
    const [ofPing, ofLogIn] = [urlOf(connection, ping), urlOf(connection, logIn)];
    expect({ main: connection.baseUrl, ping: ofPing, logIn: ofLogIn }).toEqual({
      main: want,
      ping: want,
      logIn: own,
    });
  });

  const own = {
    ...service,
    servers: [serverTemplate({ url: "https://{host}/v1", variables: { host: "" } })],
  };
  const login = ownServer(serverTemplate({ url: "https://{host}/sso", variables: { host: "" } }));

  it.each([
    { given: { baseUrl: "https://a.example/v1" }, want: "https://a.example/sso" },
    { given: { baseUrl: "http://localhost:8080" }, want: "http://localhost:8080/sso" },
    { given: { server: { variables: { host: "a.example" } } }, want: "https://a.example/sso" },
  ])("of a service of one's own, $given → $want", ({ given, want }) => {
    expect(urlOf(connect(own, given), { ...ping, ownServer: login })).toBe(want);
  });

  it("needs what only the user knows, too, where it has its own server", () => {
    expect(() => urlOf(connect(service), { ...ping, ownServer: login })).toThrow(
      'baseUrl is "https://{host}/sso". It takes an absolute http or https URL without {variables}',
    );
  });

  it.each([
    // No one but the user knows the host: the documented one is an example.
    {
      service: own,
      given: {},
      want: 'baseUrl is "https://{host}/v1". It takes an absolute http or https URL without {variables}',
    },
    { service: own, given: { server: { variables: { host: "" } } }, want: 'baseUrl is "https://{host}/v1"' },
    {
      given: { baseUrl: "/api" },
      want: 'baseUrl is "/api". It takes an absolute http or https URL',
    },
    { given: { baseUrl: "ftp://a.example" }, want: 'baseUrl is "ftp://a.example"' },
    {
      given: { baseUrl: "https://ann:secret@a.example" },
      want: 'baseUrl is "…". It takes',
    },
    { given: { baseUrl: "https://a.example/v1?token=secret" }, want: 'baseUrl is "…". It takes' },
    { given: { baseUrl: "https://a.example?x" }, want: "without {variables}, ? and #" },
    { given: { baseUrl: "https://a.example/v1/#top" }, want: 'baseUrl is "…". It takes' },
    { given: { baseUrl: "https://" }, want: 'baseUrl is "https://"' },
    { given: { server: { index: 2 } }, want: "server.index is 2. It takes 0 to 1." },
    { given: { server: { variables: { region: "east" } } }, want: "Documented are: north, south" },
    {
      given: { server: { variables: { zone: "1" } } },
      want: 'no variable "zone". It has: region, realm.',
    },
  ])("refuses $given", ({ service: described = service, given, want }) => {
    expect(() => {
      checkOptions(described, operations, given, listed);
      connect(described, given);
    }).toThrow(want);
  });
});
