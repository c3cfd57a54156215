import { describe, expect, test } from "vitest";
import { answerTo, caseOf, document, FIXTURE, VENDOR } from "../../test/acme-jobs.ts";
import { createResponse } from "../sandbox/answer.ts";
import { conformTo } from "./vitest.ts";

// Nothing is registered by the import alone.
const untouched = "toConformTo" in expect(1);
expect.extend(conformTo(document));

const responseTo = async (operation: string, name: string) =>
  createResponse(await answerTo(caseOf(operation, name)));

test("only who asks for the matcher has it", () => {
  expect(untouched).toBe(false);
  expect("toConformTo" in expect(1)).toBe(true);
});

describe("conforms", () => {
  test.each([
    ["getJob", "200 succeeded"],
    ["getJob", "200 failed"],
    ["getJob", "404 JobNotFound"],
    ["findJobs", "200 found"],
    ["findJobs", "200 2002"],
    ["cancelJob", "204"],
    ["getLog", "200 example"],
  ])("%s %s", async (operation, name) => {
    const response = await responseTo(operation, name);
    await expect(response).toConformTo(operation);
    // It is still there to be read.
    expect(response.bodyUsed).toBe(false);
  });

  test.each([
    { name: "a value", body: { healthy: true, since: "2026-11-22T07:10:36Z" } },
    { name: "a text", body: '{"healthy":true,"since":"2026-11-22T07:10:36Z"}' },
    { name: "bytes", body: Buffer.from('{"healthy":true,"since":"2026-11-22T07:10:36Z"}') },
  ])("given in parts, with $name for a body", async ({ body }) => {
    await expect({ status: 200, headers: { "Content-Type": "application/json" }, body }).toConformTo(
      "getHealth",
    );
  });

  test("by a document that is loaded when it is needed", async () => {
    const { toConformTo } = conformTo(FIXTURE);
    expect((await toConformTo(await responseTo("getJob", "200 succeeded"), "getJob")).pass).toBe(true);
  });
});

describe("does not conform", () => {
  const health = (body: unknown, status = 200) => ({
    status,
    headers: { "content-type": "application/json" },
    body,
  });
  test.each([
    {
      given: health({ healthy: "yes", since: "2026-11-22T07:10:36Z" }),
      want: 'fail response-schema getHealth 200 of acme-jobs\n  expected  #/healthy type boolean\n  received  "yes"',
    },
    {
      given: health({}, 418),
      want: "fail status-code getHealth 418 of acme-jobs\n  expected  one of the documented statuses: 200, 503\n  received  418",
    },
    {
      given: health({}),
      want: "vacuous response-schema getHealth 200 of acme-jobs\n  expected  at least half of the 2 members of the documented sample\n  received  0 of them",
    },
  ])("$want", async ({ given, want }) => {
    await expect(expect(given).toConformTo("getHealth")).rejects.toThrow(want);
    await expect(given).not.toConformTo("getHealth");
  });

  test("and its secrets are not shown", async () => {
    const body = { healthy: true, since: "2026-11-22T07:10:36Z", token: "c4n4ry-5ecret" };
    const { message } = await conformTo(document).toConformTo(health(body), "getHealth");
    expect(message()).toContain("token");
    expect(message()).not.toContain("c4n4ry");
  });
});

describe("what is no question", () => {
  test.each([
    {
      name: "an operation that is not documented",
      given: { status: 200 },
      id: "getJobs",
      want: /no operation getJobs\n.*\n.*getJob/,
    },
    { name: "something else", given: "text" as never, id: "getJob", want: /no answer of a service/ },
  ])("$name", async ({ given, id, want }) => {
    await expect(conformTo(document).toConformTo(given, id)).rejects.toThrow(want);
  });

  test("a response that was read", async () => {
    const response = new Response("x", { headers: { "content-type": VENDOR } });
    await response.text();
    await expect(conformTo(document).toConformTo(response, "getJob")).rejects.toThrow(/was read already/);
  });
});

// @ts-expect-error an operation has a name
const wrong = () => expect(new Response()).toConformTo(1);
expect(wrong).toBeTypeOf("function");
