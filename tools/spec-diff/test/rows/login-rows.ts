import { acme, getJob, json, object, type Row, text } from "./acme.ts";

const key = { type: "apiKey", in: "header", name: "X-Acme-Key" };
const schemes = (securitySchemes: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  acme({
    components: { securitySchemes },
    security: Object.keys(securitySchemes).map((name) => ({ [name]: [] })),
    ...more,
  });
const SCHEME = "#/components/securitySchemes/Key";

const logIn = {
  operationId: "logIn",
  security: [],
  requestBody: {
    required: true,
    content: { "application/json": { schema: object({ user: text, realm: text }) } },
  },
  responses: { "200": json(object({ token: text })) },
};
const renew = { operationId: "renew", security: [], responses: { "200": json(object({ token: text })) } };
const way = (parts: Record<string, unknown> = {}) => ({
  login: "logIn",
  arguments: { user: "$inputs.user" },
  token: "$response.body#/token",
  ...parts,
});
const sessions = (...ways: unknown[]) =>
  schemes(
    { Key: { ...key, "x-session": ways } },
    { paths: { "/login": { post: logIn }, "/renew": { post: renew }, "/job": { get: getJob() } } },
  );
const SESSION = `${SCHEME}/x-session`;
const realm = { arguments: { user: "$inputs.user", realm: "$inputs.realm" } };
const session = (inputs: string) =>
  `const { session } = await import("./client/src/index.ts"); session({ ${inputs} });`;

/** What becomes of how one logs in. */
export const loginRows: readonly Row[] = [
  {
    what: "one more way to log in",
    before: sessions(way()),
    after: sessions(way(), way({ login: "renew", arguments: {} })),
    want: [`minor nobody login-added ${SESSION}`],
    spares: ["login-first-changed", "login-changed", "login-removed"],
    consumer: session('user: "a"'),
  },
  {
    what: "another way to log in comes first",
    before: sessions(way(), way({ login: "renew", arguments: {} })),
    after: sessions(way({ login: "renew", arguments: {} }), way()),
    want: [`major callers login-first-changed ${SESSION}`],
    spares: ["login-removed", "login-added", "login-changed"],
    consumer: session('user: "a"'),
  },
  {
    what: "a way to log in is gone",
    before: sessions(way({ login: "renew", arguments: {} }), way()),
    after: sessions(way({ login: "renew", arguments: {} })),
    want: [`major callers login-removed ${SESSION}`],
    spares: ["login-input-removed"],
    consumer: session('login: "logIn", user: "a"'),
  },
  {
    what: "an input can be given",
    before: sessions(way()),
    after: sessions(way({ ...realm, optional: ["realm"] })),
    want: [`minor nobody login-changed ${SESSION}`, `minor nobody login-input-added ${SESSION}`],
    spares: ["login-input-optional", "login-input-required", "login-added"],
    consumer: session('user: "a"'),
  },
  {
    what: "a new input must be given",
    before: sessions(way()),
    after: sessions(way(realm)),
    want: [`major callers login-input-required ${SESSION}`, `minor nobody login-changed ${SESSION}`],
    spares: ["login-input-added", "login-removed"],
    consumer: session('user: "a"'),
  },
  {
    what: "an input is gone",
    before: sessions(way({ ...realm, optional: ["realm"] })),
    after: sessions(way()),
    want: [`major callers login-input-removed ${SESSION}`, `minor nobody login-changed ${SESSION}`],
    spares: ["login-removed"],
    consumer: session('user: "a", realm: "b"'),
  },
  {
    what: "an input need not be given",
    before: sessions(way(realm)),
    after: sessions(way({ ...realm, optional: ["realm"] })),
    want: [`minor nobody login-input-optional ${SESSION}`],
    spares: ["login-input-removed", "login-input-added", "login-changed"],
    consumer: session('user: "a", realm: "b"'),
  },
  {
    what: "a session lives as long as said",
    before: sessions(way()),
    after: sessions(way({ lifetime: "PT8H" })),
    want: [`minor nobody login-changed ${SESSION}`],
    spares: ["login-added", "login-input-added", "keyword-changed"],
    consumer: session('user: "a"'),
  },
];
