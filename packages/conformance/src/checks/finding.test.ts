import { expect, test } from "vitest";
import { createRedactor } from "../redaction/create-redactor.ts";
import { saidAt } from "./finding.ts";

// No report takes what a document expects for a secret, since the name of one stands before it.
test.each([
  { at: "query parameter limit", expected: "must be <= 9" },
  { at: "query parameter access_token", expected: "a value" },
  { at: "query parameter access_token", expected: "pattern ^[a-z]+$" },
  { at: "header authorization", expected: "one of a, b" },
  { at: "header x-acme-token", expected: "at least 8 characters" },
  { at: "header set-cookie", expected: "a JSON text" },
  { at: "body #/password", expected: "type string" },
])("$at, $expected, is no secret", ({ at, expected }) => {
  const text = saidAt(at, expected);
  expect(text).toContain(expected);
  const { redactText } = createRedactor({});
  expect(redactText(text)).toBe(text);
  // Bad input stays so: a secret behind its name is taken out as ever.
  expect(redactText("access_token: hunter2")).toBe("access_token: REDACTED");
});
