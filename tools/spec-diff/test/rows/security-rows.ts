import { acme, GET, getJob, type Row } from "./acme.ts";

const key = { type: "apiKey", in: "header", name: "X-Acme-Key" };
const basic = { type: "http", scheme: "basic" };
const schemes = (securitySchemes: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  acme({
    components: { securitySchemes },
    security: Object.keys(securitySchemes).map((name) => ({ [name]: [] })),
    ...more,
  });
const secured = (...security: string[]) =>
  schemes({ Key: key, Password: basic }, { security: security.map((name) => ({ [name]: [] })) });
const SCHEME = "#/components/securitySchemes/Key";

const signature = {
  keyId: "Credential",
  separator: ",",
  date: { header: "x-acme-date", format: "extended" },
  securityToken: "x-acme-security-token",
  headers: ["host", "x-acme-*"],
};
const signed = (parts: unknown) =>
  schemes({ Key: { type: "http", scheme: "ACME1-HMAC-SHA256", "x-signature": parts } });

/** What becomes of how one proves who one is. */
export const securityRows: readonly Row[] = [
  {
    what: "one more security scheme, which is accepted",
    before: schemes({ Key: key }),
    after: schemes({ Key: key, Password: basic }),
    want: [
      "minor nobody security-scheme-added #/components/securitySchemes/Password",
      "minor nobody security-added #/security",
    ],
    spares: ["security-removed", "security-scheme-changed"],
    consumer:
      'const { apiKey } = await import("./client/src/index.ts"); createClient({ auth: apiKey("k") });',
  },
  {
    what: "a security scheme is gone",
    before: schemes({ Key: key, Password: basic }),
    after: schemes({ Key: key }),
    want: [
      "major callers security-scheme-removed #/components/securitySchemes/Password",
      "major callers security-removed #/security",
    ],
    consumer:
      'const { basic } = await import("./client/src/index.ts"); createClient({ auth: basic("u", "p") });',
  },
  {
    what: "a security scheme is of another kind",
    before: schemes({ Key: key }),
    after: schemes({ Key: basic }),
    want: [`major callers security-scheme-changed ${SCHEME}`],
    spares: ["security-scheme-removed", "security-removed"],
    consumer:
      'const { apiKey } = await import("./client/src/index.ts"); createClient({ auth: apiKey("k") });',
  },
  {
    what: "a scheme is spelt otherwise",
    before: schemes({ Key: { type: "http", scheme: "Basic" } }),
    after: schemes({ Key: { type: "http", scheme: "basic" } }),
    want: [],
    spares: ["security-scheme-changed"],
    consumer:
      'const { basic } = await import("./client/src/index.ts"); createClient({ auth: basic("u", "p") });',
  },
  {
    what: "a credential is accepted as well",
    before: secured("Key"),
    after: secured("Password", "Key"),
    want: ["minor nobody security-added #/security"],
    spares: ["security-removed", "security-scheme-added"],
    consumer: "await acme.getJob();",
  },
  {
    what: "a credential is not accepted any more",
    before: secured("Key", "Password"),
    after: secured("Key"),
    want: ["major callers security-removed #/security"],
    spares: ["security-scheme-removed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "an operation asks for a credential",
    before: schemes({ Key: key }, { paths: { "/job": { get: getJob({ security: [] }) } } }),
    after: schemes({ Key: key }, { paths: { "/job": { get: getJob() } } }),
    want: ["major callers security-removed #/security"],
    spares: ["security-added"],
    consumer: "await acme.getJob();",
  },
  {
    what: "an operation asks for no credential any more",
    before: schemes({ Key: key }, { paths: { "/job": { get: getJob() } } }),
    after: schemes({ Key: key }, { paths: { "/job": { get: getJob({ security: [] }) } } }),
    want: [`minor nobody security-added ${GET}/security`],
    spares: ["security-removed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "requests are signed otherwise",
    before: signed(signature),
    after: signed({ ...signature, nonce: "x-acme-nonce" }),
    want: [`major callers signature-changed ${SCHEME}/x-signature`],
    spares: ["security-scheme-changed", "keyword-changed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "what is signed says its members in another order",
    before: signed(signature),
    after: signed(Object.fromEntries(Object.entries(signature).reverse())),
    want: [],
    spares: ["signature-changed"],
  },
  {
    what: "a credential is read from one more variable",
    before: schemes({ Key: { ...key, "x-environment": { key: ["ACME_KEY"] } } }),
    after: schemes({ Key: { ...key, "x-environment": { key: ["ACME_KEY", "ACME_TOKEN"] } } }),
    want: [`minor nobody environment-variable-added ${SCHEME}/x-environment`],
    spares: ["environment-variable-removed", "keyword-changed"],
  },
  {
    what: "a credential is not read from a variable any more",
    before: schemes({ Key: { ...key, "x-environment": { key: ["ACME_KEY", "ACME_TOKEN"] } } }),
    after: schemes({ Key: { ...key, "x-environment": { key: ["ACME_KEY"] } } }),
    want: [`major callers environment-variable-removed ${SCHEME}/x-environment`],
    spares: ["environment-variable-added"],
    consumer: 'const { fromEnvironment } = await import("./client/src/index.ts"); fromEnvironment();',
  },
];
