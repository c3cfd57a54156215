import { Call, Expression } from "../describe/expression.ts";
import type { Field } from "../describe/fields.ts";
import { cancelLink, describeLongRunning, jsonTexts, type LongRunning } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import { pointerTo } from "../describe/pointer-to.ts";
import { readsSeveral } from "../describe/waiting.ts";
import { memberPath } from "./member-path.ts";

/** Where an operation tells how a long-running operation stands, as the runtime needs it. */
export function longRunningDescription(operation: Operation): object {
  const outcome = describeLongRunning(operation);
  const json = jsonTexts(outcome);
  const cancel = cancelLink(operation)?.operationId;
  const at = (field: Field | undefined) => field && memberPath(pointerTo(field));
  const progress = at(outcome.progress);
  return {
    status: at(outcome.status),
    result: at(outcome.result),
    error: at(outcome.error),
    progress: progress && new Call(progress.includes("*") ? "meanPercentAt" : "percentAt", progress),
    json: json.length > 0 ? new Call("fromJson", json) : undefined,
    read: readsSeveral(operation) ?? readsElsewhere(outcome),
    states: outcome.status?.schema["x-lro-status"],
    expires: outcome.status?.schema["x-lro-expires"] && new Expression("isForgotten"),
    cancel: cancel && new Call("canceledBy", cancel),
  };
}

/** What the runtime reads an answer with that has other names for its marks. */
function readsElsewhere({ also }: LongRunning): Call | undefined {
  const places = Object.entries(also).flatMap(([mark, field]) =>
    field ? [[mark, memberPath(pointerTo(field))] as const] : [],
  );
  return places.length > 0 ? new Call("alsoAt", Object.fromEntries(places)) : undefined;
}
