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

const integer = { type: "integer" };
const list = { type: "array", items: integer };
const object = { type: "object", properties: { a: integer, b: { type: "string" } } };
const filter = { a: 1, b: "x y" };

// OAS 3.1.1 §4.8.12.4, the table of styles.
const QUERIES = [
  { style: {}, schema: list, value: [1, 2], want: "ids=1&ids=2" },
  { style: { explode: false }, schema: list, value: [1, 2], want: "ids=1,2" },
  { style: { explode: false }, schema: list, value: [1], want: "ids=1" },
  { style: { style: "spaceDelimited", explode: false }, schema: list, value: [1, 2], want: "ids=1+2" },
  { style: { style: "pipeDelimited", explode: false }, schema: list, value: [1, 2], want: "ids=1%7C2" },
  { style: { style: "pipeDelimited", explode: true }, schema: list, value: [1, 2], want: "ids=1&ids=2" },
  { style: {}, schema: object, value: filter, want: "a=1&b=x+y" },
  { style: {}, schema: { type: "object" }, value: { c: "1" }, want: "c=1" },
  { style: { explode: false }, schema: object, value: filter, want: "ids=a,1,b,x+y" },
  {
    style: { style: "deepObject", explode: true },
    schema: object,
    value: filter,
    want: "ids%5Ba%5D=1&ids%5Bb%5D=x+y",
  },
  {
    style: { style: "deepObject" },
    schema: { type: "object", properties: { a: list } },
    value: { a: [1, 2] },
    want: "ids%5Ba%5D=1&ids%5Ba%5D=2",
  },
  { style: { style: "deepObject" }, schema: { type: "string" }, value: "x", want: "ids=x" },
  { style: { style: "deepObject" }, schema: list, value: [1, 2], want: "ids=1&ids=2" },
  { style: { style: "deepObject" }, schema: { anyOf: [object, integer] }, value: 5, want: "ids=5" },
  {
    style: { style: "deepObject" },
    schema: { type: "object", properties: { a: object, d: integer } },
    value: { a: { b: "x", a: 1 }, d: 2 },
    want: "ids%5Ba%5D%5Bb%5D=x&ids%5Ba%5D%5Ba%5D=1&ids%5Bd%5D=2",
  },
];

const OTHERS = [
  { place: "path", style: {}, schema: list, value: [1, 2], want: "/things/1%2C2" },
  { place: "path", style: {}, schema: object, value: filter, want: "/things/a%2C1%2Cb%2Cx%20y" },
  {
    place: "path",
    style: { explode: true },
    schema: object,
    value: filter,
    want: "/things/a%3D1%2Cb%3Dx%20y",
  },
  { place: "header", style: {}, schema: list, value: [1, 2], want: "1,2" },
  { place: "header", style: {}, schema: object, value: filter, want: "a,1,b,x y" },
  { place: "header", style: { explode: true }, schema: object, value: filter, want: "a=1,b=x y" },
  { place: "cookie", style: {}, schema: integer, value: 7, want: "ids=7" },
  { place: "cookie", style: { explode: false }, schema: list, value: [1, 2], want: "ids=1%2C2" },
] as const;

interface Row {
  readonly place: string;
  readonly style: object;
  readonly schema: object;
  readonly value: unknown;
  readonly want: string;
}

const rows: Row[] = [...QUERIES.map((row) => ({ place: "query", ...row })), ...OTHERS];

const documentOfRow = ({ place, style, schema, value }: Omit<Row, "want">) =>
  documentOf(
    { parameters: [{ name: "ids", in: place, required: true, schema, example: value, ...style }] },
    {},
    { path: place === "path" ? "/things/{ids}" : "/things" },
  );

describe("a parameter", () => {
  test.each(rows)("in the $place, $style: $want", async (row) => {
    const document = documentOfRow(row);
    const testCase = caseOf("getThing", "200", document);
    const request = await createRequest(document, testCase, BASE_URL);
    const { pathname, search } = new URL(request.url);
    const sent = {
      path: pathname.slice(new URL(BASE_URL).pathname.length),
      query: search.slice(1),
      header: request.headers.get("ids"),
      cookie: request.headers.get("cookie"),
    };
    expect(sent[row.place as keyof typeof sent]).toBe(row.want);
    // What reads it is told the same.
    const validators = lazyValidators(document);
    const read = readArguments(document, validators, testCase.operation, asSent(request));
    expect(read.violations).toEqual([]);
    expect(read.arguments[row.place as "path"]).toEqual({ ids: row.value });
    // And what judges it.
    const judged = await judgeAnswer(testCase, { status: 200, headers: {} }, benchOf(document));
    expect(findingsOf(judged, "request").filter(([verdict]) => verdict !== "pass")).toEqual([]);
  });

  test.each([
    { row: { style: { explode: false }, schema: list }, given: "ids=1,x", want: "query parameter ids #/1" },
    { row: { style: { explode: false }, schema: list }, given: "ids=1&ids=2", want: "query parameter ids" },
    { row: { style: {}, schema: object }, given: "a=x", want: "query parameter ids #/a" },
    { row: { style: {}, schema: object }, given: "a=1&c=1", want: "query parameter c" },
    {
      row: { style: { style: "deepObject" }, schema: object },
      given: "ids%5Ba%5D=x",
      want: "query parameter ids #/a",
    },
    { row: { style: { style: "deepObject" }, schema: object }, given: "a=1", want: "query parameter a" },
  ])("that is wrong: $given", async ({ row, given, want }) => {
    const document = documentOfRow({
      place: "query",
      value: row.schema === list ? [1] : {},
      ...row,
    });
    const { operation } = caseOf("getThing", "200", document);
    const request = await readRequest(new Request(`${BASE_URL}/things?${given}`));
    const { violations } = readArguments(document, lazyValidators(document), operation, request);
    expect(violations.map(({ at }) => at)).toContain(want);
  });

  test("of an object is compared item by item", async () => {
    const schema = { type: "object", properties: { a: list } };
    const document = documentOfRow({
      place: "query",
      style: { style: "deepObject" },
      schema,
      value: { a: [1, 2] },
    });
    const tampered = {
      request: (sent: OutgoingRequest) => ({ ...sent, url: sent.url.replace("=1&", "=9&") }),
    };
    const judged = await judgeTampered(caseOf("getThing", "200", document), tampered, benchOf(document));
    expect(findingsOf(judged, "request").map(([verdict]) => verdict)).toContain("fail");
  });
});
