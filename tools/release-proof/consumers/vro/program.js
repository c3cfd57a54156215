// What a user writes: a call, and a wait for an outcome. Every runtime runs these lines.
import { basic, createClient } from "@settled/vro-client";

/**
 * @param {string} baseUrl of the sandbox
 * @returns {Promise<string>} what came of both
 */
export async function program(baseUrl) {
  const vro = createClient({ baseUrl, auth: basic("developer", "not-a-password") });
  const started = await vro.startWorkflowExecution({
    workflowId: "7d1c4a52-6f3b-4f0e-9a55-2f1f6d1c9e30",
    parameters: [],
  });
  if (!started.ok) return `start: ${started.status} ${JSON.stringify(started.error)}`;
  const outcome = await vro.settle(
    "getWorkflowExecution",
    { workflowId: "7d1c4a52-6f3b-4f0e-9a55-2f1f6d1c9e30", executionId: started.data.id ?? "" },
    { deadline: "30s", interval: { first: 250 } },
  );
  return `called and ${outcome.status}`;
}
