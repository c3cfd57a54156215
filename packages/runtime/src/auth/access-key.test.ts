import { describe, expect, it } from "vitest";
import { accessKey, newRequest, scheme } from "../../test/signing/signed-scheme.ts";
import type { Connection } from "../connection.ts";
import { createVirtualClock } from "../testing/virtual-clock.ts";
import type { WireRequest } from "../wire-request.ts";
import type { AccessKey } from "./access-key.ts";
import type { CredentialUse } from "./credential.ts";

declare const process: { getBuiltinModule(id: "node:util"): { inspect(value: unknown): string } };

const START = Date.parse("2026-11-22T12:00:00Z");

const use: CredentialUse = {
  scheme,
  schemeName: "Key",
  connection: { clock: createVirtualClock(START), totalTimeout: 1000 } as Partial<Connection> as Connection,
};

const key = { accessKeyId: "id", accessKeySecret: "not-a-secret" };

async function signedWith(credential: ReturnType<typeof accessKey>): Promise<WireRequest> {
  const request = newRequest();
  await credential.apply(request, use);
  return request;
}

describe("accessKey", () => {
  it.each([
    { given: "Key", want: true },
    { given: "Password", want: false },
    { given: "constructor", want: false },
  ])("serves the scheme $given: $want", ({ given, want }) => {
    expect(accessKey(key).matches(scheme, given)).toBe(want);
  });

  it("signs at once with a key that is there, once it is known how to hash", async () => {
    await accessKey(key).apply(newRequest(), use);
    const request = newRequest();
    expect(accessKey(key).apply(request, use)).toBeUndefined();
    expect(request.headers).toEqual({
      "x-date": "2026-11-22T12:00:00Z",
      authorization: expect.stringMatching(/^HMAC Key=id,SignedHeaders=x-date,Signature=[0-9a-f]{64}$/),
    });
  });

  it("is not what an object is changed to later", async () => {
    const given = { ...key };
    const credential = accessKey(given);
    given.accessKeySecret = "another";
    expect(await signedWith(credential)).toEqual(await signedWith(accessKey(key)));
  });

  it("shows no secret, however it is printed", async () => {
    const credentials = [accessKey(key), accessKey(() => key)];
    await Promise.all(credentials.map(signedWith));
    const { inspect } = process.getBuiltinModule("node:util");
    const printed = credentials.flatMap((one) => [String(one), JSON.stringify(one), inspect(one)]).join();
    expect(printed).toContain("accessKey(…)");
    expect(printed).not.toContain("not-a-secret");
  });

  it.each<{ given: unknown; want: string }>([
    { given: undefined, want: "no usable accessKeyId: it is missing or empty. Is a variable not set?" },
    { given: null, want: "no usable accessKeyId: it is missing or empty" },
    { given: "id", want: "no usable accessKeyId: it is missing or empty" },
    { given: {}, want: "no usable accessKeyId: it is missing or empty" },
    { given: { accessKeyId: "id" }, want: "no usable accessKeySecret: it is missing or empty" },
    { given: { ...key, accessKeyId: "" }, want: "no usable accessKeyId: it is missing or empty" },
    { given: { ...key, accessKeySecret: null }, want: "no usable accessKeySecret: it is missing" },
    { given: { ...key, accessKeySecret: "abc\n" }, want: "no usable accessKeySecret: it holds white space" },
    { given: { ...key, securityToken: "a b" }, want: "no usable securityToken: it holds white space" },
    { given: { ...key, expiration: "soon" }, want: "no usable expiration: it is no Date, nor text of one" },
    { given: { ...key, expiration: new Date("soon") }, want: "no usable expiration: it is no Date" },
    // Seconds.
    { given: { ...key, expiration: 1795348800 }, want: "no usable expiration: it is no Date" },
  ])("refuses $given: $want", async ({ given, want }) => {
    const bad = given as AccessKey;
    expect(() => accessKey(bad)).toThrow(`accessKey() has ${want}`);
    for (const provide of [() => bad, async () => bad]) {
      const signed = signedWith(accessKey(provide));
      await expect(signed).rejects.toThrow(TypeError);
      await expect(signed).rejects.toThrow(`The function given to accessKey() gave ${want}`);
    }
  });

  it.each(["", null, undefined])("takes the security token %j for none", async (securityToken) => {
    const { headers } = await signedWith(accessKey({ ...key, securityToken } as AccessKey));
    expect(Object.keys(headers)).toEqual(["x-date", "authorization"]);
  });

  it("explains a refusal by a clock that is wrong", () => {
    const headers = { date: "Sun, 22 Nov 2026 12:20:00 GMT" };
    const response = new Response(null, { status: 400, headers });
    expect(accessKey(key).explain?.(response, use)).toContain("is 20 minutes behind the server's");
  });
});
