import { expect, test } from "vitest";
import { documentOf } from "../../test/acme-jobs.ts";
import { received } from "../../test/messages.ts";
import { saysSuccess } from "../checks/says-success.ts";
import type { Json } from "../document/json.ts";
import { refusalOfCaller } from "./refusal-of-caller.ts";
import { isThrottled } from "./retry-hint.ts";

const schema = { properties: { code: { "x-lro-error-code": { success: ["OK"] } } } };
const responses = { "200": { description: "A thing.", content: { "application/json": { schema } } } };
const keywords = { "x-refusals": { keyUnknown: "NoSuchKey" }, "x-throttling": { codes: ["TooMany*"] } };
const document = documentOf({ responses }, {}, { root: keywords });
const operation = document.operations[0] as (typeof document.operations)[number];

// An object with such members has no text, and to ask for it throws.
const TEXTLESS = { toString: null, valueOf: null };

test.each<{ code: Json; refusal?: string; isSlow?: boolean; success?: boolean }>([
  { code: "OK", success: true },
  { code: "NoSuchKey", refusal: "200 NoSuchKey", success: false },
  { code: "TooManyCalls", isSlow: true, success: false },
  { code: TEXTLESS },
  { code: [TEXTLESS] },
  { code: ["NoSuchKey"] },
  { code: ["TooManyCalls"] },
  { code: null },
])("of the error code $code is told what it says, and nothing of what is none", (given) => {
  const { code, refusal, isSlow = false, success } = given;
  const answer = received(200, {}, JSON.stringify({ code }));
  expect(refusalOfCaller(document, operation, answer)).toBe(refusal);
  expect(isThrottled(document, operation, answer)).toBe(isSlow);
  const place = operation.responses["200"]?.content[0]?.schema ?? "";
  expect(saysSuccess(document.root, place, { code })).toBe(success);
});
