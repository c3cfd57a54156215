import { expect, test } from "vitest";
import { outgoing, received, textOf } from "../../test/messages.ts";
import { fromFetch, readRequest, toFetch } from "./fetch.ts";
import type { OutgoingRequest } from "./send.ts";

const URL_ = "http://service.invalid/jobs?limit=1";

test.each([
  { status: 200, body: '{"id":"ü"}', want: '{"id":"ü"}' },
  { status: 404, body: "", want: "" },
  // The Fetch standard lets none of these have a body.
  { status: 204, body: "stray", want: "" },
  { status: 304, body: "", want: "" },
  // No `Response` can be made of these, and a service may answer so all the same.
  { status: 100, body: "", want: "" },
  { status: 600, body: "a", want: "a" },
  { status: 999, body: "a", want: "a" },
])("a fetch answers what was received: $status '$body'", async ({ status, body, want }) => {
  const response = await toFetch(async () => received(status, { "x-own": "1" }, body))(URL_);
  const { ok, headers } = response;
  expect([response.status, ok, headers.get("x-own"), await response.text()]).toEqual([
    status,
    status === 200 || status === 204,
    "1",
    want,
  ]);
});

test("a fetch sends what it is called with, and says who waits", async () => {
  const sent: OutgoingRequest[] = [];
  const fetch = toFetch(async (request) => {
    sent.push(request);
    return received();
  });
  const stop = new AbortController();
  await fetch(URL_, { method: "POST", headers: { "X-Own": "1" }, body: "ü", signal: stop.signal });
  await fetch(new Request(URL_));
  stop.abort();
  expect(
    sent.map(({ method, url, headers, bytes, signal }) => [
      method,
      url,
      headers.get("x-own"),
      Buffer.from(bytes).toString(),
      signal?.aborted,
    ]),
  ).toEqual([
    ["POST", URL_, "1", "ü", true],
    ["GET", URL_, null, "", false],
  ]);
});

test("what is sent by a fetch arrives whole, follows no redirect, and each cookie comes by itself", async () => {
  const sent: Request[] = [];
  const send = fromFetch(async (input) => {
    sent.push(input as Request);
    const headers = new Headers([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ]);
    return new Response("answer", { status: 302, headers });
  });
  const answer = await send(outgoing(URL_, { method: "PUT", headers: { "x-own": "1" }, body: "ü" }));
  expect([answer.status, answer.headers.getSetCookie(), textOf(answer)]).toEqual([
    302,
    ["a=1", "b=2"],
    "answer",
  ]);
  const [request] = sent as [Request];
  expect(request.redirect).toBe("manual");
  expect(await readRequest(request)).toMatchObject({ method: "PUT", url: URL_, body: "ü" });
});
