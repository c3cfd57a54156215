import type { Failure, Success, UndocumentedStatus } from "../src/index.ts";

// The union that codegen emits: a documented status must narrow although any other status may come.
declare const result:
  | Success<200, { state: "RUNNING" | "DONE" }>
  | Failure<401, undefined>
  | Failure<404, { code: "JobNotFound" | (string & {}) }>
  | Failure<UndocumentedStatus, unknown>;

if (result.ok) {
  result.data.state === "DONE";
  // @ts-expect-error: not a documented state
  result.data.state === "DOEN";
  // @ts-expect-error: a success has no error
  result.error;
} else if (result.status === 404) {
  result.error.code === "JobNotFound";
  // @ts-expect-error: a documented error is typed, not unknown
  result.error.cod;
  // @ts-expect-error: a failure has no data
  result.data;
} else if (result.status === 401) {
  result.error satisfies undefined;
} else {
  // Every other status: nothing is known of the body.
  // @ts-expect-error: it has to be looked at first
  result.error.code;
}

// @ts-expect-error: not a documented status
if (result.status === 499) result.response;

// Any status is a number: an undocumented one is compared as such.
const status: number = result.status;
status === 499;
