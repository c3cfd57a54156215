import { describe, expect, it } from "vitest";
import type { JobsClient, Operations } from "../../test/paths.ts";
import { operations, service } from "../../test/service.ts";
import { stubFetch } from "../../test/stub-fetch.ts";
import { callOperation } from "../call-operation.ts";
import { apiKey, authorization, basic, bearer, type Credential, connect, createClient } from "../index.ts";

const call = async (
  auth: Credential,
  operation: keyof Operations,
  args = {},
): Promise<Record<string, string>> => {
  const { fetch, sent } = stubFetch();
  await createClient<JobsClient>(service, operations, { auth, fetch })[operation](args);
  return Object.fromEntries(
    [...sent().headers].filter(([name]) => name === "authorization" || name === "x-key"),
  );
};

describe("a credential", () => {
  const rows: { given: [Credential, keyof Operations, object?]; want: Record<string, string> }[] = [
    { given: [apiKey("k1"), "findJob"], want: { "x-key": "k1" } },
    { given: [apiKey(() => "k2"), "findJob"], want: { "x-key": "k2" } },
    { given: [apiKey(async () => "k3"), "getJob", { jobId: "j1" }], want: { "x-key": "k3" } },
    { given: [basic("Ann", "Öl:1€"), "startJob"], want: { authorization: "Basic QW5uOsOWbDox4oKs" } },
    { given: [basic("Ann", "pw"), "getJob", { jobId: "j1" }], want: { authorization: "Basic QW5uOnB3" } },
    { given: [authorization("BASIC", "abc"), "startJob"], want: { authorization: "BASIC abc" } },
    {
      given: [authorization("Basic", async (request) => new URL(request.url).pathname), "startJob"],
      want: { authorization: "Basic /v1/jobs" },
    },
    // The operation asks for the other scheme, or for none.
    { given: [apiKey("k1"), "startJob"], want: {} },
    { given: [basic("Ann", "pw"), "findJob"], want: {} },
    { given: [basic("Ann", "pw"), "ping"], want: {} },
  ];

  it.each(rows)("$given.0.name on $given.1 → $want", async ({ given: [auth, operation, args], want }) => {
    expect(await call(auth, operation, args)).toEqual(want);
  });

  it.each([
    { given: apiKey("k1"), want: { "x-key": "k1" } },
    { given: basic("Ann", "pw"), want: { authorization: "Basic QW5uOnB3" } },
    // Of both, the first scheme of the service is served.
    { given: [basic("Ann", "pw"), apiKey("k1")], want: { "x-key": "k1" } },
    { given: [], want: {} },
  ])("on an operation that does not say which → $want", async ({ given, want }) => {
    const { security: _, ...open } = operations.ping;
    const { fetch, sent } = stubFetch();
    await callOperation(connect(service, { auth: given, fetch }), open);
    const names = ["authorization", "x-key"];
    expect(Object.fromEntries([...sent().headers].filter(([name]) => names.includes(name)))).toEqual(want);
  });

  it("of an undocumented scheme is refused at creation, with those that are documented", () => {
    expect(() => createClient(service, operations, { auth: bearer("t") })).toThrow(
      new TypeError(
        "auth is bearer(…), which this service does not document. It has: Key (a key in the header X-Key), " +
          "Password (HTTP basic). Example: createClient({ auth: apiKey(key) }).",
      ),
    );
  });

  it("for a scheme that there is not is refused, too", () => {
    expect(() => createClient(service, operations, { auth: apiKey("k1", "Kye") })).toThrow(
      'auth is apiKey(…, "Kye"), which this service does not document. It has: Key (a key in the header X-Key),',
    );
  });

  it("is one of several keys that an operation asks for at once", async () => {
    const { fetch, sent } = stubFetch();
    const securitySchemes = {
      ...service.securitySchemes,
      App: { type: "apiKey", in: "header", name: "X-App" },
    } as const;
    const auth = [apiKey("k1", "Key"), apiKey("k2", "App")];
    const connection = connect({ ...service, securitySchemes }, { auth, fetch });
    await callOperation(connection, { ...operations.ping, security: [["App", "Key"]] });
    expect(Object.fromEntries(sent().headers)).toMatchObject({ "x-key": "k1", "x-app": "k2" });
  });

  const unable = { ...basic("u", "canary"), authenticate: undefined };
  it.each([{ username: "u", password: "canary" }, "canary", {}, unable])(
    "that no function made is refused, and not shown: row %#",
    (auth) => {
      expect(() => createClient(service, operations, { auth: auth as never })).toThrow(
        new TypeError(
          "auth is no credential, which a function of this package makes. The service documents: Key (a key in the header X-Key), " +
            "Password (HTTP basic). Example: createClient({ auth: apiKey(key) }).",
        ),
      );
    },
  );

  it("is asked for anew at each request", async () => {
    const tokens = ["t1", "t2"];
    const { fetch, sent } = stubFetch();
    const client = createClient<JobsClient>(
      { ...service, securitySchemes: { Password: { type: "http", scheme: "Bearer" } } },
      operations,
      { auth: bearer(() => tokens.shift() ?? ""), fetch },
    );
    await client.startJob();
    expect(sent().headers.get("authorization")).toBe("Bearer t1");
    await client.startJob();
    expect(sent().headers.get("authorization")).toBe("Bearer t2");
  });
});

describe("basic", () => {
  it.each([
    { given: ["a:b", "c"], want: "cannot hold a colon" },
    { given: ["", "c"], want: "basic(…) has no user name. Is a variable not set?" },
    { given: ["a", ""], want: "basic(…) has no password. Is a variable not set?" },
    { given: ["a", undefined], want: "basic(…) has no password. Is a variable not set?" },
  ])("refuses $given: $want", ({ given: [username, password], want }) => {
    expect(() => basic(username as never, password as never)).toThrow(want);
  });
});
