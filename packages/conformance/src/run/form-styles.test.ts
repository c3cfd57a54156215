import { describe, expect, test } from "vitest";
import {
  BASE_URL,
  benchOf,
  caseOf,
  documentOf,
  findingsOf,
  judgeAnswer,
  judgeTampered,
} from "../../test/acme-jobs.ts";
import { readArguments } from "../sandbox/request/read-arguments.ts";
import { lazyValidators } from "../schema/compile-validators.ts";
import { readRequest } from "../wire/fetch.ts";
import { asSent, type OutgoingRequest } from "../wire/send.ts";
import { createRequest } from "./caller.ts";

const TYPE = "application/x-www-form-urlencoded";
const integer = { type: "integer" };
const list = { type: "array", items: integer };
const object = {
  type: "object",
  properties: {
    a: integer,
    b: { type: "string" },
    c: { type: "object", properties: { d: integer, e: list } },
  },
};

// OAS 3.1.1 §4.8.15.1.2; that of members within members is what services make of it.
const rows = [
  { encoding: {}, schema: list, value: [1, 2], want: "ids=1&ids=2" },
  { encoding: { explode: false }, schema: list, value: [1, 2], want: "ids=1%2C2" },
  { encoding: { style: "pipeDelimited", explode: false }, schema: list, value: [1, 2], want: "ids=1%7C2" },
  { encoding: { style: "deepObject", explode: true }, schema: list, value: [1, 2], want: "ids=1&ids=2" },
  { encoding: { style: "deepObject" }, schema: integer, value: 3, want: "ids=3" },
  {
    encoding: { style: "deepObject", explode: true },
    schema: object,
    value: { a: 1, b: "x y", c: { d: 2, e: [3, 4] } },
    want: "ids%5Ba%5D=1&ids%5Bb%5D=x+y&ids%5Bc%5D%5Bd%5D=2&ids%5Bc%5D%5Be%5D=3&ids%5Bc%5D%5Be%5D=4",
  },
  {
    encoding: { style: "deepObject" },
    schema: { anyOf: [object, integer] },
    value: 5,
    want: "ids=5",
  },
  {
    encoding: { style: "deepObject" },
    schema: { anyOf: [object, integer] },
    value: { a: 5 },
    want: "ids%5Ba%5D=5",
  },
  {
    encoding: { style: "deepObject" },
    schema: { anyOf: [object, { type: "string", enum: [""] }] },
    value: { a: 5 },
    want: "ids%5Ba%5D=5",
  },
  {
    encoding: { style: "deepObject" },
    schema: { anyOf: [object, { type: "string", enum: [""] }] },
    value: "",
    want: "ids=",
  },
  { encoding: { explode: true }, schema: object, value: { a: 1, b: "x" }, want: "a=1&b=x" },
  { encoding: { explode: false }, schema: object, value: { a: 1, b: "x" }, want: "ids=a%2C1%2Cb%2Cx" },
  {
    encoding: { contentType: "application/json" },
    schema: object,
    value: { a: 1 },
    want: "ids=%7B%22a%22%3A1%7D",
  },
];

function documentOfRow({ encoding, schema, value }: { encoding: object; schema: object; value: unknown }) {
  const form = {
    type: "object",
    required: ["ids"],
    additionalProperties: false,
    properties: { ids: schema },
  };
  const media = { schema: form, encoding: { ids: encoding }, example: { ids: value } };
  return documentOf({ requestBody: { required: true, content: { [TYPE]: media } } }, {}, { method: "post" });
}

describe("a member of a form", () => {
  test.each(rows)("by $encoding: $want", async (row) => {
    const document = documentOfRow(row);
    const testCase = caseOf("getThing", "200", document);
    const request = await createRequest(document, testCase, BASE_URL);
    const sent = asSent(request);
    expect(sent.body).toBe(row.want);
    // What reads it is told the same.
    const read = readArguments(document, lazyValidators(document), testCase.operation, sent);
    expect(read.violations).toEqual([]);
    expect(read.arguments.body?.value).toEqual({ ids: row.value });
    // And what judges it.
    const judged = await judgeAnswer(testCase, { status: 200, headers: {} }, benchOf(document));
    expect(findingsOf(judged, "request").filter(([verdict]) => verdict !== "pass")).toEqual([]);
  });

  test.each([
    { type: TYPE, bytes: "", want: [] },
    { type: null, bytes: "", want: [] },
    { type: "text/plain", bytes: "", want: ["fail"] },
    { type: TYPE, bytes: "a=1", want: ["fail"] },
  ])("may be missing, and so may all, in $type: $bytes", async ({ type, bytes, want }) => {
    const media = { schema: { type: "object", properties: { a: integer } }, example: {} };
    const body = { requestBody: { required: true, content: { [TYPE]: media } } };
    const document = documentOf(body, {}, { method: "post" });
    const testCase = caseOf("getThing", "200", document);
    const sent = asSent(await createRequest(document, testCase, BASE_URL));
    expect(sent.body).toBe("");
    const read = readArguments(document, lazyValidators(document), testCase.operation, sent);
    expect(read.violations).toEqual([]);
    const request = (plain: OutgoingRequest) => {
      const headers = new Headers([...plain.headers]);
      if (type) headers.set("content-type", type);
      else headers.delete("content-type");
      return { ...plain, headers, bytes: new TextEncoder().encode(bytes) };
    };
    const judged = await judgeTampered(testCase, { request }, benchOf(document));
    expect(
      findingsOf(judged, "request")
        .map(([verdict]) => verdict)
        .filter((one) => one === "fail"),
    ).toEqual(want);
  });

  const DEEP = { encoding: { style: "deepObject" }, schema: object, value: { a: 1, c: { d: 2, e: [3, 4] } } };
  const SPREAD = { encoding: { explode: true }, schema: object, value: { a: 1 } };
  test.each([
    { row: DEEP, given: "ids[a]=x", want: "body #/ids/a" },
    { row: DEEP, given: "ids[c][d]=x", want: "body #/ids/c/d" },
    { row: DEEP, given: "ids[c][e]=3&ids[c][e]=x", want: "body #/ids/c/e/1" },
    // Not both at once, and no deeper than anything that is documented.
    { row: DEEP, given: "ids[c]=1&ids[c][d]=x", want: "body #/ids/c/d" },
    { row: DEEP, given: `ids${"[c]".repeat(100_000)}=1`, want: "body" },
    { row: DEEP, given: "ids[c][]]=1&ids[[][=2", want: "body #/ids/c/]" },
    { row: DEEP, given: "a=1", want: "body" },
    { row: SPREAD, given: "a=x", want: "body #/ids/a" },
    { row: SPREAD, given: "z=1", want: "body" },
  ])("that is wrong is refused, and found: $given", async ({ row, given, want }) => {
    const document = documentOfRow(row);
    const testCase = caseOf("getThing", "200", document);
    const headers = { "content-type": TYPE };
    const request = new Request(`${BASE_URL}/thing`, { method: "POST", headers, body: given });
    const { violations } = readArguments(
      document,
      lazyValidators(document),
      testCase.operation,
      await readRequest(request),
    );
    expect(violations.map(({ at }) => at)).toContain(want);
    const bytes = new TextEncoder().encode(given);
    const judged = await judgeTampered(
      testCase,
      { request: (sent) => ({ ...sent, bytes }) },
      benchOf(document),
    );
    expect(findingsOf(judged, "request").map(([verdict]) => verdict)).toContain("fail");
  });
});
