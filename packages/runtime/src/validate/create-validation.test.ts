import { describe, expect, it, vi } from "vitest";
import { operations, service } from "../../test/service.ts";
import { stubFetch } from "../../test/stub-fetch.ts";
import { callOperation, toResult } from "../call-operation.ts";
import { connect } from "../connection.ts";
import type { BodyKind } from "../operation-description.ts";
import { RequestError } from "../request-error.ts";
import { unwrap } from "../unwrap.ts";
import { createValidation, type FindingListener, type ValidationMode } from "./create-validation.ts";
import type { ResponseSchemas } from "./schema.ts";

const schemas: ResponseSchemas = {
  operations: { ping: { 200: 0, "4XX default": 1 } },
  schemas: [
    { type: "object", properties: { state: 2, token: 2 } },
    { type: "object", required: ["code"] },
    { enum: ["RUNNING", "DONE"] },
  ],
};
const TEXT = JSON.stringify(schemas);
const LOST = { state: "LOST", new: true };
const FINDING = { at: "/state", expected: 'one of "RUNNING", "DONE"', received: '"LOST"' };

interface Given {
  readonly body: string | null;
  readonly status?: number;
  readonly type?: string;
  readonly kinds?: Record<string, BodyKind>;
}

const documented: Record<string, BodyKind> = { 200: "json", "4XX": "json", default: "json" };

async function ping(mode: ValidationMode, listener: FindingListener | undefined, given: Given) {
  const { body, status = 200, type = "application/json", kinds = documented } = given;
  const { fetch } = stubFetch(() => new Response(body, { status, headers: { "content-type": type } }));
  const validation = createValidation(TEXT, mode, listener);
  const connection = connect(service, { fetch, retry: false, validation });
  return toResult(await callOperation(connection, { ...operations.ping, responses: kinds }));
}

const lost: Given = { body: JSON.stringify(LOST) };

describe("off", () => {
  it("is no validation at all, and reads nothing", () => {
    expect(createValidation("no JSON", "off", () => {})).toBeUndefined();
  });
});

describe("report", () => {
  it("tells of each finding, and hands the body over", async () => {
    const listener = vi.fn<FindingListener>();
    expect(await ping("report", listener, lost)).toMatchObject({ ok: true, status: 200, data: LOST });
    expect(listener.mock.calls).toEqual([[FINDING, { operation: "ping", status: 200 }]]);
  });

  it("tells of errors, by the status that they are documented under", async () => {
    const listener = vi.fn<FindingListener>();
    const given = { body: "{}", status: 404 };
    expect(await ping("report", listener, given)).toMatchObject({ ok: false, status: 404, error: {} });
    expect(listener).toHaveBeenCalledExactlyOnceWith(
      { at: "/code", expected: "a required member", received: "nothing" },
      { operation: "ping", status: 404 },
    );
  });

  it.each<{ what: string; listener: FindingListener }>([
    {
      what: "throws",
      listener: () => {
        throw new Error("no log");
      },
    },
    {
      what: "rejects",
      listener: async () => {
        throw new Error("no log");
      },
    },
  ])("goes on when the listener $what", async ({ listener }) => {
    expect(await ping("report", listener, lost)).toMatchObject({ ok: true, data: LOST });
  });
});

describe("strict", () => {
  it("makes the result malformed, with all that was found", async () => {
    const result = await ping("strict", undefined, lost);
    expect(result).toMatchObject({ ok: false, status: "malformed", response: { status: 200 } });
    expect(result).toHaveProperty("error", {
      reason: "invalid",
      mediaType: "application/json",
      text: JSON.stringify(LOST),
      findings: [FINDING],
    });
  });

  it("tells the listener besides, if there is one", async () => {
    const listener = vi.fn<FindingListener>();
    await ping("strict", listener, lost);
    expect(listener).toHaveBeenCalledOnce();
  });

  it("throws what says so, and shows nothing of the body", async () => {
    const error = await unwrap(ping("strict", undefined, lost)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ reason: "malformed", operation: "ping", status: 200 });
    expect(JSON.stringify(error)).not.toContain("LOST");
  });

  it("takes a body as it came where it is nested too deep to be written", async () => {
    const deep = `{"state":1,"new":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(await ping("strict", undefined, { body: deep })).toMatchObject({
      error: { reason: "invalid", text: "" },
    });
  });
});

describe("nothing is found in", () => {
  it.each<{ what: string; given: Given }>([
    { what: "what is as documented", given: { body: '{"state":"DONE"}' } },
    {
      what: "a status of which no schema is known",
      given: { ...lost, kinds: { 200: "json", 202: "json" }, status: 202 },
    },
    { what: "what need not come and did not", given: { body: null, kinds: { 200: "json?" } } },
    {
      what: "text, where that is documented too",
      given: { body: "LOST", type: "text/plain", kinds: { 200: "any" } },
    },
    { what: "what is malformed already", given: { body: "<html>", type: "text/html" } },
  ])("$what", async ({ given }) => {
    const listener = vi.fn<FindingListener>();
    const result = await ping("strict", listener, given);
    expect(listener).not.toHaveBeenCalled();
    expect(result).not.toHaveProperty(["error", "reason"], "invalid");
  });
});

describe("all JSON is looked at", () => {
  it.each<{ what: string; given: Given }>([
    {
      what: "by what it is documented as, whatever it is declared as",
      given: { ...lost, type: "text/plain" },
    },
    {
      what: "by what it is declared as, where several are documented",
      given: { ...lost, kinds: { 200: "any" } },
    },
    {
      what: "of a success that is not documented, read as one that is",
      given: { ...lost, status: 206, kinds: { 200: "json" } },
    },
  ])("$what", async ({ given }) => {
    expect(await ping("strict", undefined, given)).toMatchObject({ error: { reason: "invalid" } });
  });
});

describe("what makes no sense is refused", () => {
  it.each<{ mode: unknown; listener?: unknown; want: string }>([
    { mode: "loud", want: 'There is no validation "loud". There are: "off", "report", "strict".' },
    { mode: undefined, want: "There is no validation undefined." },
    { mode: "report", want: 'validation("report") has nobody to report to. Example: ' },
    { mode: "report", listener: "console.log", want: "has nobody to report to" },
  ])("$mode, $listener", ({ mode, listener, want }) => {
    const create = () => createValidation(TEXT, mode as ValidationMode, listener as FindingListener);
    expect(create).toThrow(TypeError);
    expect(create).toThrow(want);
  });
});
