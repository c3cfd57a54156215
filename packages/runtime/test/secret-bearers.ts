import type fc from "fast-check";
import { extendedDate } from "../src/auth/signing-date.ts";
import {
  apiKey,
  authorization,
  basic,
  bearer,
  type Credential,
  createAccessKey,
  createSession,
  type Fetch,
  type OperationDescription,
  type SecurityScheme,
  type SessionDescription,
  type SignatureDescription,
} from "../src/index.ts";
import { json } from "../src/write/json.ts";
import { inMember } from "../src/write/place.ts";
import { canary } from "./canaries.ts";
import { operations } from "./service.ts";

/** It asks for whichever scheme is named `It`, and can be waited for. */
export const getJob: OperationDescription = {
  ...operations.getJob,
  responses: { 200: "json", 401: "json" },
  security: [["It"]],
  lro: { status: ["state"], states: { succeeded: ["DONE"] } },
};

const common = { method: "POST", parameters: {}, accept: "application/json" };

export const logIn: OperationDescription = {
  ...common,
  id: "logIn",
  path: "/login",
  parameters: { user: inMember, password: inMember },
  body: { mediaType: "application/json", write: json },
  responses: { 200: "json", 401: "json" },
  security: [],
};

export const logOut: OperationDescription = {
  ...common,
  id: "logOut",
  path: "/logout",
  responses: { 200: "json" },
  security: [["It"]],
};

const way: SessionDescription = {
  login: logIn,
  inputs: { username: true, password: true },
  arguments: { user: "$inputs.username", password: "$inputs.password" },
  token: "$response.body#/token",
  logout: logOut,
};

const signature: SignatureDescription = {
  keyId: "Key",
  separator: ",",
  date: { header: "x-date", write: extendedDate },
  contentHash: "x-content-hash",
  securityToken: "x-security-token",
  headers: ["host", "x-*"],
};

/** A way to authenticate, and what in it is secret. */
export interface Bearer {
  readonly name: string;
  readonly scheme: SecurityScheme;
  /** A credential of one secret, or of two. */
  readonly make: (one: string, two: string) => Credential;
  /** What lies before the `fetch` that talks too much. */
  readonly before?: (fetch: Fetch, one: string, two: string) => Fetch;
  /** What the secrets may be. */
  readonly of?: fc.Arbitrary<string>;
}

const bearerScheme: SecurityScheme = { type: "http", scheme: "bearer" };
const keyScheme: SecurityScheme = { type: "apiKey", in: "header", name: "X-Key" };
const signedScheme: SecurityScheme = { type: "http", scheme: "HMAC-SHA256", isSigned: true };
const negotiate: SecurityScheme = { type: "http", scheme: "Negotiate" };

/** Keys that are copied hold no white space, and those that do are refused. */
const unspaced = canary
  .map((text) => text.replace(/\s/g, ""))
  // Signed headers are in Latin-1 at most, as all headers are.
  .filter((text) => text.length >= 8);

const loggingIn =
  (fetch: Fetch, _: string, token: string): Fetch =>
  async (url, init) =>
    url.endsWith("/login") ? Response.json({ token }) : fetch(url, init);

const session = (one: string, two: string) =>
  createSession({ It: [way] }, { username: `ann ${two}`, password: one });

/** Every credential that there is, in each way that it can be given its secrets. */
export const bearers: readonly Bearer[] = [
  { name: "basic", scheme: { type: "http", scheme: "basic" }, make: (one) => basic("ann", one) },
  { name: "bearer", scheme: bearerScheme, make: (one) => bearer(one) },
  { name: "bearer, asked for", scheme: bearerScheme, make: asked(bearer) },
  { name: "apiKey", scheme: keyScheme, make: (one) => apiKey(one) },
  { name: "apiKey, asked for", scheme: keyScheme, make: asked(apiKey) },
  { name: "authorization", scheme: negotiate, make: (one) => authorization("Negotiate", one) },
  {
    name: "authorization, made from the request",
    scheme: negotiate,
    make: (one, two) =>
      authorization("Negotiate", async (request) => {
        request.headers["x-second"] = two;
        return one;
      }),
  },
  {
    name: "accessKey",
    scheme: signedScheme,
    of: unspaced,
    make: (accessKeySecret, securityToken) =>
      createAccessKey({ It: signature }, { accessKeyId: "id", accessKeySecret, securityToken }),
  },
  {
    name: "accessKey, asked for",
    scheme: signedScheme,
    of: unspaced,
    make: (accessKeySecret, securityToken) =>
      createAccessKey({ It: signature }, async () => ({ accessKeyId: "id", accessKeySecret, securityToken })),
  },
  { name: "session that does not come about", scheme: keyScheme, make: session },
  { name: "session", scheme: keyScheme, make: session, before: loggingIn },
  { name: "session with a bearer token", scheme: bearerScheme, make: session, before: loggingIn },
];

/** One secret after the other: after a 401, the credential is asked for another one. */
function asked(make: (token: () => string) => Credential): Bearer["make"] {
  return (one, two) => {
    let count = 0;
    return make(() => (count++ % 2 === 0 ? one : two));
  };
}
