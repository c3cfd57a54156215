import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Captured } from "./captured.ts";
import { readHarEntry } from "./read-har-entry.ts";

type Entry = Parameters<typeof readHarEntry>[0];

const TEXT = '{"a":"ü"}';

/** An entry as the specification has it, with what is given in place of its members. */
function entryOf(request: object = {}, response: object = {}, more: object = {}): Entry {
  return {
    startedDateTime: "2026-11-22T07:10:36.054+01:00",
    time: 12.5,
    request: {
      method: "GET",
      url: "https://jobs.acme.example/tenants/main/v3/jobs/1",
      httpVersion: "HTTP/1.1",
      headers: [],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: -1,
      ...request,
    },
    response: {
      status: 200,
      statusText: "OK",
      httpVersion: "HTTP/1.1",
      headers: [{ name: "Content-Type", value: "application/json" }],
      cookies: [],
      content: { size: 10, mimeType: "application/json", text: TEXT },
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
      ...response,
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
    ...more,
  } as Entry;
}

function read(entry: Entry): Captured {
  const captured = readHarEntry(entry);
  if ("unjudged" in captured) throw new Error(captured.unjudged);
  return captured;
}

function textOf({ exchange }: Captured): string {
  return new TextDecoder().decode(exchange.response?.body);
}

const base64 = (bytes: string | Buffer) => Buffer.from(bytes).toString("base64");

describe("the body of an answer", () => {
  const gzip = { headers: [{ name: "content-encoding", value: "gzip" }] };
  test.each([
    { name: "as text", content: { size: 10, text: TEXT }, want: [TEXT, undefined] },
    {
      name: "as base64",
      content: { size: 10, text: base64(TEXT), encoding: "base64" },
      want: [TEXT, undefined],
    },
    { name: "none", content: { size: 0 }, want: ["", undefined] },
    { name: "an empty text", content: { size: 0, text: "" }, want: ["", undefined] },
    { name: "left out", content: { size: 10 }, want: ["", "missing"] },
    {
      name: "left out, as the recorder says in a comment",
      content: { size: 10, text: "", comment: "too large" },
      want: ["", "missing"],
    },
    { name: "cut", content: { size: 999, text: '{"a":' }, want: ['{"a":', "maybe cut"] },
    {
      name: "with no size, as a proxy writes that does not know",
      content: { size: -1, text: TEXT },
      want: [TEXT, undefined],
    },
    {
      name: "decoded already, whatever the header says",
      content: { size: 10, text: TEXT },
      more: gzip,
      want: [TEXT, undefined],
    },
    {
      name: "as it travelled",
      content: { size: 30, text: base64(gzipSync(TEXT)), encoding: "base64" },
      more: gzip,
      want: [TEXT, "maybe cut"],
    },
    {
      name: "as it travelled, by another packer",
      content: { size: 10, text: base64(deflateSync(TEXT)), encoding: "base64" },
      more: { headers: [{ name: "content-encoding", value: "deflate" }] },
      want: [TEXT, undefined],
    },
    {
      name: "as it travelled, and cut",
      content: { size: 10, text: base64(gzipSync(TEXT).subarray(0, 20)), encoding: "base64" },
      more: gzip,
      want: ["", "missing"],
    },
    {
      name: "as it travelled, and more than there is room for",
      content: { size: 10, text: base64(gzipSync(Buffer.alloc(300 * 1024 * 1024))), encoding: "base64" },
      more: gzip,
      want: ["", "missing"],
    },
    {
      name: "as base64, in capitals",
      content: { size: 10, text: base64(TEXT), encoding: "BASE64" },
      want: [TEXT, undefined],
    },
    { name: "left out, and not counted", content: { size: -1 }, want: ["", "missing"] },
    { name: "left out with its size", content: {}, more: { bodySize: undefined }, want: ["", "missing"] },
    {
      name: "empty, without its size",
      content: { text: "" },
      more: { bodySize: undefined },
      want: ["", undefined],
    },
    {
      name: "none, as a header alone says",
      content: {},
      more: { bodySize: undefined, headers: [{ name: "content-length", value: "0" }] },
      want: ["", undefined],
    },
    {
      name: "as base64, in the alphabet of URLs, on several lines",
      content: { size: 1, text: "-_\r\n-_=\n", encoding: "base64" },
      want: ["\uFFFD\uFFFD\uFFFD", undefined],
    },
  ])("$name", ({ content, more = {}, want }) => {
    const captured = read(entryOf({}, { content: { mimeType: "application/json", ...content }, ...more }));
    expect([textOf(captured), captured.responseBody]).toEqual(want);
  });
});

describe("the body of a request", () => {
  const form = "application/x-www-form-urlencoded";
  test.each([
    { name: "none", given: {}, want: ["", undefined] },
    {
      name: "as text",
      given: { postData: { mimeType: "application/json", text: TEXT } },
      want: [TEXT, undefined],
    },
    {
      name: "as parameters alone",
      given: { postData: { mimeType: form, params: [{ name: "Query", value: "a & b" }, { name: "Exact" }] } },
      want: ["Query=a+%26+b&Exact=", undefined],
    },
    {
      name: "as text and parameters",
      given: { postData: { mimeType: form, text: "a=1", params: [{ name: "a", value: "1" }] } },
      want: ["a=1", undefined],
    },
    {
      name: "with the headers of the form in front",
      given: { postData: { mimeType: form, text: `Content-Type: ${form}\r\nContent-Length: 3\r\n\r\na=1` } },
      want: ["a=1", undefined],
    },
    {
      name: "in parts, which nobody can put together again",
      given: {
        postData: { mimeType: "multipart/form-data; boundary=x", params: [{ name: "f", fileName: "a.zip" }] },
      },
      want: ["", "missing"],
    },
    { name: "left out", given: { bodySize: 12 }, want: ["", "missing"] },
  ])("$name", ({ given, want }) => {
    const captured = read(entryOf({ method: "POST", ...given }));
    expect([captured.exchange.request.body, captured.requestBody]).toEqual(want);
  });

  test("has the type that is recorded beside it alone", () => {
    const { exchange } = read(entryOf({ postData: { mimeType: form, text: "a=1" } }));
    expect(exchange.request.headers.get("content-type")).toBe(form);
  });
});

describe("headers", () => {
  test.each([
    { name: "in any case", given: [{ name: "X-AcMe", value: "1" }], want: [["x-acme", "1"]] },
    {
      name: "without those of HTTP/2 that are none",
      given: [
        { name: ":status", value: "200" },
        { name: "x-a", value: "1" },
      ],
      want: [["x-a", "1"]],
    },
    {
      name: "several in one, as browsers write cookies",
      given: [{ name: "set-cookie", value: "a=1\nb=2" }],
      want: [
        ["set-cookie", "a=1"],
        ["set-cookie", "b=2"],
      ],
    },
    {
      name: "that cannot be any",
      given: [
        { name: "a b", value: "1" },
        { name: "x", value: "\u0100" },
      ],
      want: [],
    },
  ])("$name", ({ given, want }) => {
    const { exchange } = read(entryOf({}, { headers: given }));
    expect([...(exchange.response?.headers ?? [])]).toEqual(want);
  });

  test("left out: the type is known all the same", () => {
    const { exchange } = read(entryOf({}, { headers: [] }));
    expect(exchange.response?.headers.get("content-type")).toBe("application/json");
  });
});

test("the time is that of the record", () => {
  const { exchange, duration } = read(entryOf({ url: "https://jobs.acme.example/x?a=1#top" }));
  expect([exchange.request.sentAt, duration]).toEqual([Date.parse("2026-11-22T06:10:36.054Z"), 12.5]);
  expect(exchange.request.url).toBe("https://jobs.acme.example/x?a=1");
});

describe("what says nothing of a service", () => {
  test.each([
    { given: entryOf({ url: "wss://jobs.acme.example/x" }), want: "a WebSocket" },
    { given: entryOf({}, { status: 101 }), want: "a WebSocket" },
    { given: entryOf({}, {}, { _resourceType: "websocket" }), want: "a WebSocket" },
    { given: entryOf({ url: "data:text/plain,x" }), want: "no HTTP" },
    { given: entryOf({ url: "chrome-extension://x/y" }), want: "no HTTP" },
    { given: entryOf({}, { status: 0, _error: "net::ERR_ABORTED" }), want: "no answer was recorded" },
    { given: entryOf({}, { status: -1 }), want: "no answer was recorded" },
    { given: entryOf({}, { fromDiskCache: true }), want: "from the browser's cache" },
    { given: entryOf({}, {}, { _fromCache: "disk" }), want: "from the browser's cache" },
    {
      given: entryOf({
        method: "OPTIONS",
        headers: [{ name: "Access-Control-Request-Method", value: "PUT" }],
      }),
      want: "a CORS preflight",
    },
    { given: entryOf({ method: "CONNECT" }), want: "a tunnel" },
    { given: {} as Entry, want: "an entry without a request" },
    { given: entryOf({}, { status: 1e9 }), want: "no answer was recorded" },
  ])("$want", ({ given, want }) => {
    expect(readHarEntry(given)).toEqual({ unjudged: want });
  });
});

describe("an entry that is not as the specification has it", () => {
  const post = (postData: unknown) => entryOf({ method: "POST", postData });
  test.each([
    { given: entryOf({ method: undefined }), want: "request.method is no text" },
    {
      given: entryOf({}, { content: { size: 3, text: "%%%%", encoding: "base64" } }),
      want: "response.content.text is no base64",
    },
    {
      given: entryOf({ headers: { accept: "*/*" } }),
      want: "request.headers are no list of names and values",
    },
    { given: entryOf({ headers: [null] }), want: "request.headers are no list of names and values" },
    { given: entryOf({ method: "OPTIONS", headers: [{ value: "x" }] }), want: "request.headers are no list" },
    { given: entryOf({}, { headers: { a: "b" } }), want: "response.headers are no list of names and values" },
    { given: entryOf({}, { status: 200.5 }), want: "response.status is no whole number" },
    {
      given: entryOf({}, { content: { text: 5, encoding: "base64" } }),
      want: "response.content.text is no text",
    },
    { given: post({ text: 5 }), want: "request.postData holds neither" },
    { given: post({ mimeType: "text/plain", params: { a: 1 } }), want: "request.postData holds neither" },
    { given: post({ mimeType: "text/plain", params: [null] }), want: "request.postData holds neither" },
    { given: post("text"), want: "request.postData holds neither" },
  ])("$want", ({ given, want }) => {
    expect(readHarEntry(given)).toEqual({ unjudged: expect.stringContaining(`as HAR 1.2 has it: ${want}`) });
  });

  test.each([
    { name: "a status as a text", given: entryOf({}, { status: "200" }), want: [200, 12.5] },
    {
      name: "a time without end",
      given: entryOf({}, {}, { time: Number.POSITIVE_INFINITY }),
      want: [200, undefined],
    },
    { name: "a time as a text", given: entryOf({}, {}, { time: "12" }), want: [200, undefined] },
    {
      name: "a type that no header can have",
      given: post({ mimeType: "a\nb", text: "x" }),
      want: [200, 12.5],
    },
    { name: "headers left out", given: entryOf({ headers: null }, { headers: null }), want: [200, 12.5] },
    {
      name: "a date that is none",
      given: entryOf({}, {}, { startedDateTime: "yesterday" }),
      want: [200, 12.5],
    },
  ])("is read all the same, with $name", ({ given, want }) => {
    const { exchange, duration } = read(given);
    expect([exchange.response?.status, duration]).toEqual(want);
  });
});

test.each([
  { given: "+275760-09-13T00:00:00.000Z", want: 0 },
  { given: "-271821-04-20T00:00:00.000Z", want: 0 },
  { given: "yesterday", want: 0 },
  { given: undefined, want: 0 },
  { given: "2026-11-22T07:10:36Z", want: Date.parse("2026-11-22T07:10:36Z") },
])("a date that no report can tell is none: $given", ({ given, want }) => {
  expect(read(entryOf({}, {}, { startedDateTime: given })).exchange.request.sentAt).toBe(want);
});
