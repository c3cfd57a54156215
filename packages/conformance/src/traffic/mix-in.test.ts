import { expect, test } from "vitest";
import type { CheckName } from "../checks/finding.ts";
import type { ReportEntry } from "../report/report.ts";
import { mixIn } from "./replay-case.ts";

const entry = (check: CheckName, received = "anew"): ReportEntry => ({
  ...{ check, operation: "getJob", case: "200", verdict: "pass", expected: "", received, curl: "" },
});
const anew = [entry("request"), entry("status-code"), entry("response-schema"), entry("response-schema")];

test.each([
  { name: "nothing", kept: {}, want: ["request", "status-code", "response-schema", "response-schema"] },
  {
    name: "in place of what was found anew, once",
    kept: { "response-schema": [entry("response-schema", "kept")] },
    want: ["request", "status-code", "response-schema kept"],
  },
  {
    name: "between, where the check comes",
    kept: { authentication: [entry("authentication", "kept")] },
    want: ["request", "authentication kept", "status-code", "response-schema", "response-schema"],
  },
  {
    name: "at the end, and both kinds at once",
    kept: {
      "client-result": [entry("client-result", "kept"), entry("client-result", "kept")],
      request: [entry("request", "kept")],
    },
    want: [
      "request kept",
      "status-code",
      ...["response-schema", "response-schema"],
      ...["client-result kept", "client-result kept"],
    ],
  },
])("what was kept of checks: $name", ({ kept, want }) => {
  const mixed = mixIn(anew, kept).map(({ check, received }) =>
    received === "kept" ? `${check} kept` : check,
  );
  expect(mixed).toEqual(want);
});
