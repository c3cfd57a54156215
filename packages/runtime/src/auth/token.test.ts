import { describe, expect, it } from "vitest";
import { callJob, faultOf } from "../../test/open-session.ts";
import { SessionServer } from "../../test/session-server.ts";
import { sessionService } from "../../test/session-service.ts";
import { connect } from "../connection.ts";
import { apiKey } from "./api-key.ts";
import { bearer } from "./bearer.ts";
import type { Token } from "./token.ts";

/** A function that gives one after the other, the last again and again. */
function inTurn(...tokens: string[]): () => Promise<string> {
  return async () => (tokens.length > 1 ? tokens.shift() : tokens[0]) ?? "";
}

describe.each([
  { name: "bearer", credential: bearer, header: "authorization", prefix: "Bearer " },
  { name: "apiKey", credential: apiKey, header: "x-session", prefix: "" },
])("the token of $name, after a 401", ({ credential, header, prefix }) => {
  const rows: { name: string; given: () => Token; want: string[] }[] = [
    { name: "is not tried again if it is fixed", given: () => "t1", want: ["t1"] },
    { name: "is not tried again if the function has no other", given: () => inTurn("t1"), want: ["t1"] },
    {
      name: "is tried once more if it is another",
      given: () => inTurn("t1", "t2", "t3", "t4"),
      want: ["t1", "t3"],
    },
    { name: "is another also if the former ended so", given: () => inTurn("at1", "t1"), want: ["at1", "t1"] },
  ];

  it.each(rows)("$name", async ({ given, want }) => {
    const server = new SessionServer();
    const connection = connect(sessionService, { auth: credential(given()), fetch: server.fetch });
    expect(await callJob(connection)).toBe(401);
    expect(server.arrived.map(({ headers }) => headers.get(header))).toEqual(
      want.map((token) => prefix + token),
    );
  });
});

describe("a caller that aborts", () => {
  it.each([{ credential: bearer }, { credential: apiKey }])(
    "is not held up by a token",
    async ({ credential }) => {
      const auth = credential(() => new Promise(() => {}));
      const controller = new AbortController();
      const call = faultOf(callJob(connect(sessionService, { auth }), controller.signal));
      const reason = new Error("enough");
      controller.abort(reason);
      expect(await call).toBe(reason);
    },
  );
});

describe("what is no token is told when the credential is made", () => {
  it.each([
    { credential: bearer, given: undefined, want: "bearer(…) has no token: it is undefined" },
    { credential: bearer, given: null, want: "bearer(…) has no token: it is null" },
    { credential: bearer, given: 7, want: "bearer(…) has no token: it is number" },
    { credential: apiKey, given: undefined, want: "apiKey(…) has no token: it is undefined" },
    { credential: apiKey, given: "", want: "apiKey(…) has no token: it is empty" },
  ])("$want", ({ credential, given, want }) => {
    expect(() => credential(given as never)).toThrow(`${want}. Is a variable not set?`);
  });
});

describe("what is more than a token is told, and not shown", () => {
  const want = "bearer(…) takes the token alone, without the word Bearer before it.";

  it.each(["Bearer canary", " bearer\tcanary"])("%j at once", (given) => {
    expect(() => bearer(given)).toThrow(new TypeError(want));
  });

  it("that a function gives, when it is asked for it", async () => {
    const server = new SessionServer();
    const connection = connect(sessionService, { auth: bearer(() => "Bearer canary"), fetch: server.fetch });
    expect(await faultOf(callJob(connection))).toEqual(new TypeError(want));
    expect(server.arrived).toHaveLength(0);
  });
});
