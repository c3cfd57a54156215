import { describe, expect, it } from "vitest";
import { hideSecrets } from "./hide-secrets.ts";
import { RequestError } from "./request-error.ts";

// The types of Node are not for this package: what is used of it is typed here.
declare const process: {
  getBuiltinModule(id: "node:util"): { inspect(value: unknown, options: object): string };
};

const { inspect } = process.getBuiltinModule("node:util");
const details = { reason: "status", operation: "getJob", retryable: false } as const;
const hide = hideSecrets(["s3cr3t"]);

/** The error that is thrown for a cause, and what shows of it. */
const becauseOf = (cause: unknown) => new RequestError("getJob got no answer", details, cause, hide);

describe("a RequestError", () => {
  it("is an error with a name of its own", () => {
    const error = new RequestError("getJob 404", { ...details, status: 404 });
    expect(error).toBeInstanceOf(Error);
    expect([error.name, String(error)]).toEqual(["RequestError", "RequestError: getJob 404"]);
    expect(error.stack).toMatch(/^RequestError: getJob 404\n/);
    expect(error).not.toHaveProperty("cause");
  });

  it("prints what may be logged, and neither the answer nor its body", () => {
    const response = Response.json({ note: "s3cr3t" });
    const told = { ...details, status: 404, code: "NoJob", requestId: "r1" };
    const error = new RequestError("getJob 404", { ...told, response, error: { note: "s3cr3t" } });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      ...told,
      name: "RequestError",
      message: "getJob 404",
    });
    expect({ ...error }).toEqual(told);
    expect(inspect(error, { depth: 9 })).not.toMatch(/s3cr3t|Response/);
    expect(error.response).toBe(response);
    expect(error.error).toEqual({ note: "s3cr3t" });
  });

  it("hides secrets in what the service repeats", () => {
    const told = { ...details, code: "No s3cr3t", requestId: "s3cr3t-1" };
    const error = new RequestError("No s3cr3t", told, undefined, hide);
    expect(error).toMatchObject({
      message: "No [redacted]",
      code: "No [redacted]",
      requestId: "[redacted]-1",
    });
    // A number is no text, and stays one.
    expect(new RequestError("", { ...details, code: 404 }, undefined, hide).code).toBe(404);
  });
});

describe("the cause of a RequestError", () => {
  const system = Object.assign(new Error("read ECONNRESET of s3cr3t"), { code: "ECONNRESET", errno: -104 });

  const rows: { name: string; given: unknown; want: object | undefined }[] = [
    {
      name: "is there by name, message and code alone",
      given: Object.assign(new TypeError("fetch failed", { cause: system }), { config: { key: "s3cr3t" } }),
      want: {
        name: "TypeError",
        message: "fetch failed",
        cause: { name: "Error", message: "read ECONNRESET of [redacted]", code: "ECONNRESET" },
      },
    },
    {
      name: "hides secrets wherever they are",
      given: Object.assign(new Error("s3cr3t"), { name: "s3cr3t", code: "s3cr3t", stack: "at s3cr3t" }),
      want: { name: "[redacted]", message: "[redacted]", code: "[redacted]", stack: "at [redacted]" },
    },
    {
      name: "may be an error of another realm",
      given: { name: "TypeError", message: "fetch failed" },
      want: { name: "TypeError", message: "fetch failed" },
    },
    {
      name: "is told without what it is made of",
      given: new AggregateError([system], "all"),
      want: { message: "all" },
    },
    { name: "is nothing if it is no error", given: "s3cr3t", want: undefined },
    { name: "is nothing if it is no error at all", given: null, want: undefined },
    { name: "is nothing if it is but an object", given: { headers: { key: "s3cr3t" } }, want: undefined },
  ];

  it.each(rows)("$name", ({ given, want }) => {
    const { cause } = becauseOf(given);
    if (want) expect(cause).toMatchObject(want);
    else expect(cause).toBeUndefined();
    const keys = Object.keys(Object(cause)).filter((key) => !["name", "stack", "code"].includes(key));
    expect(keys).toEqual([]);
    expect(inspect(becauseOf(given), { depth: 9, showHidden: true })).not.toContain("s3cr3t");
  });

  it("may go round in circles, or deep", () => {
    const round = new Error("s3cr3t");
    round.cause = round;
    const deep = [..."123456789"].reduce((cause, name) => new Error(name, { cause }), new Error("0"));
    for (const cause of [round, deep]) {
      const text = inspect(becauseOf(cause), { depth: 20 });
      expect(text.match(/\[cause\]: Error/g)).toHaveLength(5);
      expect(text).not.toContain("s3cr3t");
    }
  });
});
