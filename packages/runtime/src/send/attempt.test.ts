import { describe, expect, it, vi } from "vitest";
import { listen } from "../../test/listen.ts";
import { callJob, faultOf } from "../../test/open-session.ts";
import { operations, service } from "../../test/service.ts";
import { sessionService } from "../../test/session-service.ts";
import { bearer, call, connect, form, inHeader } from "../index.ts";

it.each([
  { given: {}, want: null },
  { given: { JobId: "j1" }, want: "JobId=j1" },
])("a form of $given goes to fetch as $want", async ({ given, want }) => {
  const bodies: unknown[] = [];
  const fetch = async (_: string, { body }: RequestInit) => {
    bodies.push(body);
    return Response.json({});
  };
  const mediaType = "application/x-www-form-urlencoded";
  const body = { mediaType, write: form, required: true } as const;
  await call(connect(service, { fetch }), { ...operations.findJob, body }, given);
  expect(bodies).toEqual([want]);
});

describe("a header that cannot be sent is told at once, and not what it holds", () => {
  const send = async (token: string) => {
    let sent = 0;
    const fetch = async (url: string, init: RequestInit) => {
      sent++;
      return Response.json({}, { headers: { "x-url": new Request(url, init).url } });
    };
    const { told: heard, hooks } = listen();
    const told = await faultOf(callJob(connect(sessionService, { auth: bearer(token), fetch, hooks })));
    return { told, sent, heard: heard.map(({ hook, status, failure }) => `${hook} ${status ?? failure}`) };
  };

  it.each(["s3cret☃", "s3cret\r\nx: y", "s3\0cret"])("%j", async (token) => {
    const { told, sent, heard } = await send(token);
    expect([told instanceof TypeError, String(told).includes("s3"), sent]).toEqual([true, false, 1]);
    expect(heard).toEqual(["request undefined", "response connection"]);
    expect(String(told)).toContain("The header authorization cannot be sent: it is not one line of Latin-1.");
  });

  it.each(["s3cret ", "s3crét"])("and %j can be", async (token) => {
    const heard = ["request undefined", "response 200"];
    expect(await send(token)).toEqual({ told: undefined, sent: 1, heard });
  });

  it.each(["s3☃", "s3\r\nx: y"])("an argument in a header, before anything is sent: %j", async (Token) => {
    const fetch = vi.fn();
    const inHeaders = { ...operations.findJob, parameters: { Token: inHeader } };
    const told = await faultOf(call(connect(service, { fetch }), inHeaders, { Token }));
    expect([told, fetch.mock.calls]).toEqual([
      new TypeError("The header token cannot be sent: it is not one line of Latin-1."),
      [],
    ]);
  });
});
