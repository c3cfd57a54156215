import type { Failure, Success, UndocumentedStatus } from "../src/index.ts";

/** What codegen would emit for `service`, as far as the tests need it. */
export interface paths {
  "/jobs/{jobId}": {
    get: {
      parameters: { path: { jobId: string }; query?: { verbose?: boolean } };
      responses: { 200: { content: { "application/json": { state: string } } } };
    };
  };
}

type Method = (
  args?: Readonly<Record<string, unknown>>,
  call?: { signal?: AbortSignal; headers?: HeadersInit },
) => Promise<
  Success<200, unknown> | Failure<404, { code: "JobNotFound" }> | Failure<UndocumentedStatus, unknown>
>;

export type Operations = Record<"getJob" | "startJob" | "findJob" | "patchJob" | "ping", Method>;
