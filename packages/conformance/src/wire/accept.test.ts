import { expect, test } from "vitest";
import { parseAccept, qualityOf } from "./accept.ts";

const VENDOR = "application/vnd.acme-v2+json;charset=UTF-8";

test.each([
  { accept: null, type: "text/plain", want: 1 },
  { accept: "", type: "text/plain", want: 1 },
  { accept: "*/*", type: "text/plain", want: 1 },
  { accept: "nonsense", type: "text/plain", want: 1 },
  { accept: "text/plain", type: "application/json", want: 0 },
  { accept: "text/*", type: "text/plain", want: 1 },
  { accept: "text/*", type: "application/json", want: 0 },
  { accept: "TEXT/Plain ; Q=0.5", type: "text/plain", want: 0.5 },
  { accept: "application/json", type: VENDOR, want: 1 },
  { accept: "application/json;q=0.1, application/vnd.acme-v2+json", type: VENDOR, want: 1 },
  { accept: "*/*;q=0.1, application/*;q=0.2, application/json;q=0.3", type: "application/json", want: 0.3 },
  { accept: "*/*;q=0.1, application/*;q=0.2, application/json;q=0.3", type: "application/xml", want: 0.2 },
  { accept: "*/*;q=0.1, application/*;q=0.2, application/json;q=0.3", type: "text/plain", want: 0.1 },
  { accept: "text/plain;q=0, */*", type: "text/plain", want: 0 },
  { accept: "text/plain;q=2", type: "text/plain", want: 0 },
  { accept: "application/json", type: "application/json;version=9", want: 1 },
  { accept: "application/json;version=8", type: "application/json;version=9", want: 0 },
  { accept: "application/json;version=9;q=0.4", type: "application/json;version=9", want: 0.4 },
])("$accept welcomes $type: $want", ({ accept, type, want }) => {
  expect(qualityOf(parseAccept(accept), type)).toBe(want);
});
