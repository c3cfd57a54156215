import { describe, expect, test } from "vitest";
import { benchOf, caseOf, complaints, documentOf } from "../../test/acme-jobs.ts";
import { createAuthority } from "../authentication/authority.ts";
import type { Credentials } from "../authentication/credentials.ts";
import { createCases } from "../cases/create-cases.ts";
import type { Document } from "../document/document.ts";
import { describeCaller } from "../live/describe-caller.ts";
import { liveCredentials } from "../live/environment.ts";
import { createRedactorOf } from "../redaction/redactor-of.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { createDirectCaller, prepareRequest } from "./caller.ts";
import { createClientCaller } from "./client-caller.ts";
import { DEVELOPMENT_CREDENTIALS } from "./credentials.ts";
import { runCase } from "./run-case.ts";
import { tokenVariables } from "./token-variables.ts";

// OAS 3.1.1 §4.8.30: the schemes of one requirement go together.
const keys = documentOf(
  {
    security: [
      { "app-id": [], "app-key": [] },
      { Password: [], Trace: [] },
    ],
  },
  {
    securitySchemes: {
      "app-id": { type: "apiKey", in: "header", name: "x-app-id" },
      "app-key": { type: "apiKey", in: "query", name: "key" },
      Password: { type: "http", scheme: "basic" },
      Trace: { type: "apiKey", in: "cookie", name: "trace" },
    },
  },
);
const bench = benchOf(keys);
const main = caseOf("getThing", "200", keys);
const OWN: Credentials = { tokens: { "app-id": "id-1", "app-key": "key-1" } };

describe("keys that are wanted together", () => {
  test("are sent together, and once more by the other way", async () => {
    expect(createCases(keys).map(({ name }) => name)).toEqual(["200", "200 by Password and Trace"]);
    const { judged } = await runCase(bench, main);
    expect(complaints(judged)).toEqual([]);
    const other = await prepareRequest(keys, caseOf("getThing", "200 by Password and Trace", keys), bench);
    expect(Object.fromEntries(other.headers)).not.toHaveProperty("authorization");
    const target = { ...bench, credentials: DEVELOPMENT_CREDENTIALS };
    const sent = await prepareRequest(keys, caseOf("getThing", "200 by Password and Trace", keys), target);
    const basic = Buffer.from("developer:not-a-password").toString("base64");
    expect(Object.fromEntries(sent.headers)).toMatchObject({
      authorization: `Basic ${basic}`,
      cookie: "trace=not-a-token",
    });
  });

  test("each have their own value, if they are given one", async () => {
    const { url, headers } = await prepareRequest(keys, main, {
      baseUrl: "http://a.invalid",
      credentials: OWN,
    });
    expect([new URL(url).search, headers.get("x-app-id")]).toEqual(["?key=key-1", "id-1"]);
  });

  test.each<{ name: string; credentials: Credentials | undefined; want: number }>([
    { name: "both, each in its place", credentials: OWN, want: 0 },
    { name: "each in the other's place", credentials: swapped(), want: 1 },
    { name: "the same twice", credentials: { token: "id-1" }, want: 1 },
    { name: "none", credentials: undefined, want: 1 },
  ])("are held against what was handed out: $name", async ({ credentials, want }) => {
    const authority = createAuthority(OWN);
    const sandbox = await createSandbox({ documents: [keys], credentials: OWN });
    const call = createDirectCaller(keys, { baseUrl: bench.baseUrl, ...(credentials && { credentials }) });
    const { judged } = await runCase({ ...bench, authority, call }, main);
    const found = complaints(judged).filter(([check]) => check === "authentication");
    expect(found.length > 0).toBe(want > 0);
    expect(JSON.stringify(found)).not.toMatch(/id-1|key-1/);
    const { url, headers } = await prepareRequest(keys, main, {
      baseUrl: "http://sandbox.invalid",
      ...(credentials && { credentials }),
    });
    const { status } = await sandbox.fetch(url, { headers });
    expect(status === 200).toBe(want === 0);
  });

  test("are asked for by the one that is missing", async () => {
    const sandbox = await createSandbox({ documents: [keys] });
    const headers = { "x-app-id": "not-a-token", accept: "application/json" };
    const answer = await sandbox.fetch("http://sandbox.invalid/tenants/main/v3/thing", { headers });
    const text = JSON.stringify([...answer.headers, await answer.text()]);
    expect(answer.status).toBe(401);
    expect(text).toContain("header x-app-id alone");
    expect(text).not.toContain("not-a-token");
  });

  test("of which one is missing are none", async () => {
    const { url } = await prepareRequest(keys, main, { baseUrl: "http://a.invalid", credentials: {} });
    expect(new URL(url).search).toBe("");
    const half = { tokens: { "app-key": "key-1" } };
    const request = await prepareRequest(keys, main, { baseUrl: "http://a.invalid", credentials: half });
    expect(new URL(request.url).search).toBe("");
  });

  test("go to a client as a list", async () => {
    const given: unknown[] = [];
    const client = {
      createClient: ({ auth }: { auth?: unknown } = {}) => {
        given.push(auth);
        return { getThing: async () => undefined };
      },
      apiKey: (value: string) => ({ value }),
    };
    const call = createClientCaller(keys, client, { baseUrl: bench.baseUrl, credentials: OWN });
    await call(main, bench.send).catch(() => undefined);
    expect(given).toEqual([[{ value: "id-1" }, { value: "key-1" }]]);
  });
});

describe("each has a variable", () => {
  const env = { SETTLED_TOKEN_APP_ID: "id-1", SETTLED_TOKEN_APP_KEY: "key-1", SETTLED_TOKEN_PASSWORD: "p" };

  test("that is read, and told by name alone", () => {
    expect([...tokenVariables(keys)]).toEqual([
      ["app-id", "SETTLED_TOKEN_APP_ID"],
      ["app-key", "SETTLED_TOKEN_APP_KEY"],
    ]);
    expect(liveCredentials(keys, env)).toEqual(OWN);
    expect(describeCaller(keys, OWN)).toBe("app-id, a token, app-key, a token");
    expect(createRedactorOf(keys, [OWN]).redactText("sent id-1 and key-1")).not.toMatch(/id-1|key-1/);
  });

  test("which no scheme has that needs no other", () => {
    const alone = documentOf(
      { security: [{ Key: [] }, { Other: [] }] },
      {
        securitySchemes: {
          Key: { type: "apiKey", in: "header", name: "x-key" },
          Other: { type: "http", scheme: "bearer" },
        },
      },
    );
    expect([...tokenVariables(alone)]).toEqual([]);
  });
});

describe("an access token, of which the document does not say how it goes", () => {
  const oauth = (flows: object[]) =>
    documentOf(
      { security: flows },
      {
        securitySchemes: {
          OAuth: { type: "oauth2", flows: {} },
          Key: { type: "apiKey", in: "header", name: "x-key" },
          Basic: { type: "http", scheme: "basic" },
          Certificate: { type: "mutualTLS" },
        },
      },
    );
  const sentFor = async (from: Document, name = "200") => {
    const target = { baseUrl: "http://a.invalid", credentials: DEVELOPMENT_CREDENTIALS };
    return Object.fromEntries((await prepareRequest(from, caseOf("getThing", name, from), target)).headers);
  };

  test("goes as a bearer token, and is not asked for", async () => {
    const from = oauth([{ OAuth: [] }]);
    expect(await sentFor(from)).toMatchObject({ authorization: "Bearer not-a-token" });
    const call = createDirectCaller(from, { baseUrl: bench.baseUrl });
    const { judged } = await runCase({ ...benchOf(from), call }, caseOf("getThing", "200", from));
    expect(complaints(judged)).toEqual([]);
    // A check that cannot fail is none.
    expect(judged.map(({ check }) => check)).not.toContain("authentication");
  });

  test("gives way to what the document describes in full", async () => {
    const from = oauth([{ OAuth: [] }, { Key: [] }]);
    const headers = await sentFor(from);
    expect(headers).toMatchObject({ "x-key": "not-a-token" });
    expect(headers).not.toHaveProperty("authorization");
    expect(createCases(from).map(({ name }) => name)).toEqual(["200"]);
  });

  test("goes with a key", async () => {
    const from = oauth([{ OAuth: [], Key: [] }]);
    expect(await sentFor(from)).toMatchObject({
      authorization: "Bearer not-a-token",
      "x-key": "not-a-token",
    });
    expect([...tokenVariables(from).keys()]).toEqual(["OAuth", "Key"]);
    // Whoever has a client certificate brings it along in another way.
    const certified = oauth([{ Certificate: [], Key: [] }]);
    expect(await sentFor(certified)).toMatchObject({ "x-key": "not-a-token" });
    expect(
      complaints((await runCase(benchOf(certified), caseOf("getThing", "200", certified))).judged),
    ).toEqual([]);
  });

  test.each([
    { name: "what goes to the same place", security: { OAuth: [], Basic: [] } },
    { name: "nothing that a request can carry", security: { Certificate: [] } },
  ])("does not go with $name", async ({ security }) => {
    expect(await sentFor(oauth([security]))).not.toHaveProperty("authorization");
  });
});

function swapped(): Credentials {
  return { tokens: { "app-id": "key-1", "app-key": "id-1" } };
}
