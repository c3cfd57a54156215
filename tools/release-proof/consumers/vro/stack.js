import { createClient } from "@settled/vro-client";

createClient({ baseUrl: "https://vro.example.com/vco/api" })
  .settle("getWorkflowExecution", { workflowId: "a", executionId: "b" }, { deadline: "soon" })
  .catch(({ stack }) => console.log(stack));
