import { describe, expect, it } from "vitest";
import { operations, service } from "../test/service.ts";
import { stubFetch } from "../test/stub-fetch.ts";
import { callOperation, toResult } from "./call-operation.ts";
import { connect } from "./connection.ts";
import type { BodyKind } from "./operation-description.ts";
import { atMember } from "./read/answer-place.ts";
import { type InBand, inBand } from "./read/in-band.ts";

const answer = (body: BodyInit | null, status: number, type?: string) => () =>
  new Response(body, { status, ...(type !== undefined && { headers: { "content-type": type } }) });

const ping = async (given: () => Response, responses: Record<string, BodyKind>, inBandCode?: InBand) => {
  const connection = connect(
    { ...service, errorCodes: [atMember(["code"])] },
    {
      fetch: stubFetch(given).fetch,
      retry: false,
    },
  );
  const operation = { ...operations.ping, responses, ...(inBandCode && { inBand: inBandCode }) };
  return toResult(await callOperation(connection, operation));
};

const json = "application/json";
const documented: Record<string, BodyKind> = {
  200: "json",
  204: "none",
  404: "json",
  "5XX": "json",
  401: "none",
};
const malformed = (reason: string, text: string, mediaType = json) => ({
  ok: false,
  status: "malformed",
  error: { reason, text, mediaType },
});

describe("a result", () => {
  const rows = [
    { given: answer('{"a":1}', 200, json), want: { ok: true, status: 200, data: { a: 1 } } },
    {
      given: answer('{"a":1}', 200, "application/vnd.x.v3+json;charset=UTF-8"),
      want: { ok: true, data: { a: 1 } },
    },
    { given: answer("false", 200, json), want: { ok: true, data: false } },
    // Documented as JSON, and JSON it is.
    { given: answer('{"a":1}', 200, "text/plain"), want: { ok: true, data: { a: 1 } } },
    { given: answer(null, 204), want: { ok: true, status: 204, data: undefined } },
    // A success that is not documented is read as one that is.
    { given: answer('{"a":1}', 201, json), want: { ok: true, status: 201 } },
    { given: answer('{"code":"X"}', 404, json), want: { ok: false, status: 404, error: { code: "X" } } },
    { given: answer('{"code":"X"}', 503, json), want: { ok: false, status: 503, error: { code: "X" } } },
    { given: answer(null, 401), want: { ok: false, status: 401, error: undefined } },
    // Nothing is documented of these: whatever came.
    { given: answer("418", 418, "text/plain"), want: { ok: false, status: 418, error: "418" } },
    { given: answer("<h1>No</h1>", 418, json), want: { ok: false, status: 418, error: "<h1>No</h1>" } },
    { given: answer("", 418, json), want: { ok: false, status: 418, error: undefined } },
    // Something is, and it is not what came.
    { given: answer("", 200, json), want: malformed("empty", "") },
    { given: answer("", 404, json), want: malformed("empty", "") },
    { given: answer("<html>", 200, json), want: malformed("html", "<html>") },
    { given: answer("<p>", 502, "text/html"), want: malformed("html", "<p>", "text/html") },
    { given: answer('{"a":[1', 200, json), want: malformed("truncated", '{"a":[1') },
    { given: answer("Service unavailable", 503, json), want: malformed("not-json", "Service unavailable") },
  ];

  it.each(rows)("$want", async ({ given, want }) => {
    const result = await ping(given, documented);
    expect(result).toMatchObject(want);
    // Data or error, never both and never neither, even where the value is undefined.
    expect(Object.keys(result).sort()).toEqual(
      [result.ok ? "data" : "error", "ok", "response", "status"].sort(),
    );
    expect([result.status, "malformed"]).toContain(result.ok ? result.response.status : result.status);
  });

  it.each([
    { given: [answer("", 200), "json?"], want: { ok: true, data: undefined } },
    { given: [answer("", 200), "text"], want: { ok: true, data: "" } },
    { given: [answer("log", 200, json), "text"], want: { ok: true, data: "log" } },
    { given: [answer("", 200), "text?"], want: { ok: true, data: undefined } },
    { given: [answer("", 200), "binary?"], want: { ok: true, data: undefined } },
    { given: [answer("", 200, "image/png"), "binary"], want: malformed("empty", "", "image/png") },
    { given: [answer("<p>", 200, "text/html"), "binary"], want: malformed("html", "<p>", "text/html") },
    { given: [answer("<a/>", 200, "application/atom+xml"), "any"], want: { ok: true, data: "<a/>" } },
    { given: [answer("", 200, "application/zip"), "any"], want: { ok: true, data: undefined } },
    // Several kinds are documented, and it is not even the one that it is declared as.
    { given: [answer("<p>", 200, json), "any"], want: malformed("not-json", "<p>") },
    { given: [answer("<p>", 200, json), "none"], want: { ok: true, data: "<p>" } },
  ] as const)("$given.1 → $want", async ({ given: [response, kind], want }) => {
    expect(await ping(response, { 200: kind })).toMatchObject(want);
  });

  it.each([
    { given: ["application/zip", "any"], want: "application/zip" },
    { given: ["Image/PNG", "binary"], want: "image/png" },
  ] as const)(
    "is a Blob where the body is neither JSON nor text: $given",
    async ({ given: [type, kind], want }) => {
      const result = await ping(answer(new Uint8Array([0, 255]), 200, type), { 200: kind });
      const { data } = result as { data: Blob };
      expect([...new Uint8Array(await data.arrayBuffer())]).toEqual([0, 255]);
      expect(data.type).toBe(want);
    },
  );

  it.each([
    { given: '{"code":"200"}', want: { ok: true, data: { code: "200" } } },
    { given: '{"code":200}', want: { ok: true } },
    { given: "{}", want: { ok: true } },
    { given: '{"code":"JobNotFound"}', want: { ok: false, status: 200, error: { code: "JobNotFound" } } },
  ])("in whose body the code has the last word: $given → $want", async ({ given, want }) => {
    const last = inBand({ code: ["code"], success: ["200"] });
    expect(await ping(answer(given, 200, json), documented, last)).toMatchObject(want);
  });

  it("is malformed where the connection broke off", async () => {
    const torn = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"a":'));
            controller.error(new Error("reset"));
          },
        }),
      );
    expect(await ping(torn, documented)).toMatchObject(malformed("unreadable", "", ""));
  });
});
