import { describe, expect, it, vi } from "vitest";
import { operations } from "../../test/service.ts";
import { accessKey, newRequest, scheme } from "../../test/signing/signed-scheme.ts";
import type { Connection } from "../connection.ts";
import { createVirtualClock } from "../testing/virtual-clock.ts";
import type { WireRequest } from "../wire-request.ts";
import type { AccessKey, AccessKeyProvider } from "./access-key.ts";
import type { CredentialUse } from "./credential.ts";

const START = Date.parse("2026-11-22T12:00:00Z");
const MINUTE = 60_000;

/** A machine with a clock, that signs with what a function gives. */
function machine(provide: AccessKeyProvider) {
  const credential = accessKey(provide);
  const clock = createVirtualClock(START);
  const connection = {
    clock,
    totalTimeout: 2 * MINUTE,
    credentials: [credential],
    service: { servers: [], securitySchemes: { Key: scheme } },
  } as Partial<Connection> as Connection;
  const use: CredentialUse = { scheme, schemeName: "Key", connection };
  const sign = async (): Promise<WireRequest> => {
    const request = newRequest();
    await credential.apply(request, use);
    return request;
  };
  return {
    sign,
    /** As a call does, which may be aborted. */
    inCall: async (signal: AbortSignal) => {
      const authentication = credential.authenticate(connection, operations.findJob, signal);
      await authentication?.apply(newRequest(), { left: () => MINUTE, late: () => "late" });
    },
    keyId: async () => idOf(await sign()),
    renew: async (request: WireRequest) => credential.renew?.(request, use),
    pass: (minutes: number) => {
      clock.advance(minutes * MINUTE);
    },
  };
}

function idOf({ headers }: WireRequest): string | undefined {
  return /Key=([^,]+)/.exec(headers.authorization ?? "")?.[1];
}

/** Gives keys `id1`, `id2` … that lapse so many minutes after the start; an error where there is one. */
function giving(...answers: (number | Error | undefined)[]) {
  let count = 0;
  return vi.fn(async () => {
    const answer = answers[count++];
    if (answer instanceof Error) throw answer;
    const expiration = answer === undefined ? undefined : new Date(START + answer * MINUTE);
    return { accessKeyId: `id${count}`, accessKeySecret: "not-a-secret", expiration };
  });
}

const down = new Error("the key service is down");

describe("a key that a function gives", () => {
  it.each([
    { given: [60], after: [0, 30, 24], want: ["id1", "id1", "id1"] },
    // Five minutes ahead of time; in a shorter life, a tenth of it.
    { given: [60, 120], after: [0, 54, 2], want: ["id1", "id1", "id2"] },
    { given: [10, 120], after: [0, 8, 2], want: ["id1", "id1", "id2"] },
    { given: [-1, 120], after: [0, 0], want: ["id1", "id2"] },
    // It does not say when it lapses.
    { given: [], after: [0, 0, 0], want: ["id1", "id2", "id3"] },
    // A renewal ahead of time failed: the old key is good until it lapses.
    { given: [60, down, 120], after: [0, 56, 0.4, 0.2], want: ["id1", "id1", "id1", "id3"] },
    { given: [60, down, 120], after: [0, 59.8, 0.3], want: ["id1", "id1", "id3"] },
  ])("that lapses after $given minutes, used after $after: $want", async ({ given, after, want }) => {
    const { pass, keyId } = machine(giving(...given));
    const ids: unknown[] = [];
    for (const minutes of after) {
      pass(minutes);
      ids.push(await keyId());
    }
    expect(ids).toEqual(want);
  });

  it("is asked for once by requests at the same time", async () => {
    const provide = giving(60);
    const { keyId } = machine(provide);
    expect(await Promise.all([keyId(), keyId(), keyId()])).toEqual(["id1", "id1", "id1"]);
    expect(provide).toHaveBeenCalledTimes(1);
  });

  it("may come at once, as text, and from a library that knows more of it", async () => {
    class Model {
      accessKeyId?: string;
      accessKeySecret?: string;
      securityToken?: string;
      bearerToken?: string;
    }
    const given = { accessKeyId: "id", accessKeySecret: "not-a-secret", securityToken: "t" };
    const { sign } = machine(() => Object.assign(new Model(), given));
    expect((await sign()).headers).toMatchObject({ "x-token": "t" });
  });

  it("fails the call with what the function throws, and is asked for again by the next", async () => {
    const { keyId } = machine(giving(down, 60));
    await expect(keyId()).rejects.toBe(down);
    expect(await keyId()).toBe("id2");
  });

  it("is asked for again after a function threw that gives no promise", async () => {
    const answers = [down, "id1", down, "id2"];
    const { pass, keyId } = machine(() => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      const expiration = START + 60 * MINUTE;
      return { accessKeyId: answer, accessKeySecret: "not-a-secret", expiration };
    });
    await expect(keyId()).rejects.toBe(down);
    expect(await keyId()).toBe("id1");
    // Ahead of time, which is tried again half a minute later.
    pass(56);
    expect(await keyId()).toBe("id1");
    pass(1);
    expect(await keyId()).toBe("id2");
  });

  it("is asked for again after a function gave nothing in the time of a call", async () => {
    const provide = vi.fn(giving(60)).mockReturnValueOnce(new Promise(() => {}));
    const { pass, keyId } = machine(provide);
    const calls = [keyId(), keyId()].map((call) => expect(call).rejects.toThrow("gave no key in time"));
    await vi.waitFor(() => expect(provide).toHaveBeenCalledTimes(1));
    pass(2);
    await Promise.all(calls);
    expect(await keyId()).toBe("id1");
  });

  it("is waited for no longer than the call, though others go on waiting", async () => {
    let answer = (_: AccessKey) => {};
    const { inCall, keyId } = machine(
      () =>
        new Promise<AccessKey>((resolve) => {
          answer = resolve;
        }),
    );
    const controller = new AbortController();
    const aborted = inCall(controller.signal);
    const other = keyId();
    controller.abort(new Error("enough"));
    await expect(aborted).rejects.toThrow("enough");
    await expect(inCall(controller.signal)).rejects.toThrow("enough");
    answer({ accessKeyId: "id1", accessKeySecret: "not-a-secret" });
    expect(await other).toBe("id1");
  });
});

describe("after a 401", () => {
  it("another key is worth another attempt", async () => {
    const { sign, renew, keyId } = machine(giving(60, 60));
    expect(await renew(await sign())).toBe(true);
    expect(await keyId()).toBe("id2");
  });

  it("the same key is not", async () => {
    const provide = async () => ({ accessKeyId: "id", accessKeySecret: "not-a-secret" });
    const { sign, renew } = machine(provide);
    expect(await renew(await sign())).toBe(false);
  });

  it("no key is not, and the 401 is what is told", async () => {
    const { sign, renew } = machine(giving(60, down));
    expect(await renew(await sign())).toBe(false);
  });

  it("a key that another request has got meanwhile is kept", async () => {
    const provide = giving(60, 60, 60);
    const { sign, renew, keyId } = machine(provide);
    const [first, second] = [await sign(), await sign()];
    expect(await Promise.all([renew(first), renew(second)])).toEqual([true, true]);
    expect(await keyId()).toBe("id2");
    expect(await renew(first)).toBe(true);
    expect(provide).toHaveBeenCalledTimes(2);
  });

  it("a key that was given outright has no other", async () => {
    const credential = accessKey({ accessKeyId: "id", accessKeySecret: "not-a-secret" });
    const use = { scheme, schemeName: "Key", connection: {} as Connection };
    expect(await credential.renew?.(newRequest(), use)).toBe(false);
  });
});
