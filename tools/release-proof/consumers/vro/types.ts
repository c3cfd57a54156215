import { basic, createClient, type VroClient } from "@settled/vro-client";
import { connect, getActionExecutionResult, settle } from "@settled/vro-client/standalone";
import { createMock, succeeded } from "@settled/vro-client/testing";
import { validation } from "@settled/vro-client/validate";

const vro: VroClient = createClient({
  baseUrl: "https://vro.example.com/vco/api",
  auth: basic("developer", "not-a-password"),
  validation: validation("strict"),
});

const result = await vro.getActionExecutionResult({ executionId: "0d1c4a52" });
if (result.ok) {
  const state: string | undefined = result.data.state;
  void state;
} else if (result.status === 404) {
  void result.error;
}
// @ts-expect-error: it is executionId
await vro.getActionExecutionResult({ executionID: "0d1c4a52" });

const outcome = await vro.settle(
  "getActionExecutionResult",
  { executionId: "0d1c4a52" },
  { deadline: "10m" },
);
if (outcome.status === "succeeded") void outcome.result;

void settle(
  connect({ baseUrl: "https://vro.example.com/vco/api" }),
  getActionExecutionResult,
  { executionId: "0d1c4a52" },
  {
    deadline: "10m",
  },
);
void createMock;
void succeeded;
