import { expect, test } from "vitest";
import type { Exchange } from "../wire/exchange.ts";
import { describeExchange } from "./describe-exchange.ts";

const exchangeOf = (sent: string, came?: Uint8Array): Exchange => ({
  request: {
    method: "POST",
    url: "http://x/a",
    headers: new Headers({ accept: "a/b" }),
    body: sent,
    bytes: Buffer.from(sent),
    sentAt: 0,
  },
  ...(came
    ? { response: { status: 200, headers: new Headers(), body: came } }
    : { lost: { kind: "timeout", message: "no answer within 20 ms" } }),
});
const request = { method: "POST", url: "http://x/a", headers: [["accept", "a/b"]] };

test.each([
  {
    name: "no answer",
    given: exchangeOf(""),
    want: { request, lost: "no answer within 20 ms" },
  },
  {
    name: "bodies",
    given: exchangeOf("ü", Buffer.from("{}")),
    want: {
      request: { ...request, body: { text: "ü", bytes: 2 } },
      response: { status: 200, headers: [], body: { text: "{}", bytes: 2 } },
    },
  },
  {
    name: "a body that is no text",
    given: exchangeOf("", Uint8Array.of(0xff, 0, 1)),
    want: { request, response: { status: 200, headers: [], body: { text: "", bytes: 3 } } },
  },
  {
    name: "an empty body",
    given: exchangeOf("", new Uint8Array()),
    want: { request, response: { status: 200, headers: [] } },
  },
])("$name", ({ given, want }) => {
  expect(describeExchange(given)).toEqual(want);
});

test("a long body is a long text: it is cut when its secrets are out", () => {
  const { response } = describeExchange(exchangeOf("", Buffer.from("x".repeat(100_000))));
  expect([response?.body?.bytes, response?.body?.text.length]).toEqual([100_000, 65_536]);
});
