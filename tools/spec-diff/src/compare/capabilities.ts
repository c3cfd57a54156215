import { describeFollowers } from "codegen/src/describe/followers.ts";
import { cancelLink, describeLongRunning, isPolled } from "codegen/src/describe/long-running.ts";
import { type Findings, named } from "./finding.ts";
import { isSame } from "./json.ts";
import { type Links, linksOf } from "./links.ts";
import type { OperationSite } from "./operations.ts";
import { type Pair, placeIn } from "./site.ts";

/** What the client does with an operation than to call it once. codegen says what that is; here it is compared. */
export function* compareCapabilities(pair: Pair<OperationSite>): Findings {
  yield* compareRepeating(pair);
  yield* comparePolling(pair);
  yield* compareOutcome(pair);
  yield* compareRuns(pair);
  yield* compareLinks(pair);
  yield* comparePaging(pair);
}

function* compareRepeating({ before, after }: Pair<OperationSite>): Findings {
  const repeats = ({ model: { safe, idempotencyToken } }: OperationSite) =>
    [safe ? "safe" : "not safe", ...(idempotencyToken ? [`known by ${idempotencyToken}`] : [])].join(", ");
  const [was, is] = [repeats(before), repeats(after)];
  if (was !== is) yield { rule: "repeating-changed", ...about(after), before: was, after: is };
}

function* comparePolling({ before, after }: Pair<OperationSite>): Findings {
  const [was, is] = [isPolled(before.model), isPolled(after.model)];
  if (was && !is) yield { rule: "polling-removed", ...about(after) };
  if (!was && is) yield { rule: "polling-added", ...about(after) };
}

function* compareOutcome({ before, after }: Pair<OperationSite>): Findings {
  if (!isPolled(before.model) || !isPolled(after.model)) return;
  const [was, is] = [describeLongRunning(before.model), describeLongRunning(after.model)];
  for (const part of ["status", "result", "error", "progress"] as const) {
    const places = { before: pointer(was[part]), after: pointer(is[part]) };
    if (places.before === places.after) continue;
    const shown = { at: after.at, subject: `the ${part} of ${named(after.model.id)}`, ...places };
    if (places.before === undefined) yield { rule: "outcome-added", ...shown };
    else if (part === "progress") yield { rule: "progress-changed", ...shown };
    else yield { rule: places.after === undefined ? "outcome-removed" : "outcome-moved", ...shown };
  }
}

function* compareRuns({ before, after }: Pair<OperationSite>): Findings {
  const followers = ({ model, service }: OperationSite) =>
    describeFollowers(model, service.operations).map(({ id }) => id);
  const [was, is] = [followers(before), followers(after)];
  for (const id of was.filter((id) => !is.includes(id))) {
    yield {
      rule: "run-removed",
      at: after.at,
      subject: `${named(after.model.id)} to ${named(id)}`,
      before: id,
    };
  }
  for (const id of is.filter((id) => !was.includes(id))) {
    yield { rule: "run-added", at: after.at, subject: `${named(after.model.id)} to ${named(id)}`, after: id };
  }
  const [canceled, cancels] = [cancelOf(before), cancelOf(after)];
  if (canceled && !cancels) yield { rule: "cancel-removed", ...about(after), before: canceled };
  if (!canceled && cancels) yield { rule: "cancel-added", ...about(after), after: cancels };
}

/** Links by what they lead to; that one came or went is said where something follows from it. */
function* compareLinks({ before, after }: Pair<OperationSite>): Findings {
  const [was, is]: [Links, Links] = [linksOf(before.model), linksOf(after.model)];
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(id), is.get(id)];
    if (isSame(old, now)) continue;
    yield {
      rule: "link-changed",
      at: after.at,
      subject: `${named(after.model.id)} to ${named(id)}`,
      before: old,
      after: now,
    };
  }
}

function* comparePaging({ before, after }: Pair<OperationSite>): Findings {
  const [was, is] = [before.model.paging, after.model.paging];
  if (isSame(was, is)) return;
  const at = placeIn(is ? after.at : before.at, "x-paging");
  const shown = { at, subject: named(after.model.id), before: was, after: is };
  if (!was) yield { rule: "list-added", ...shown };
  else if (!is) yield { rule: "list-removed", ...shown };
  else {
    const isMoved = (["items", "token", "offset", "page"] as const).some((key) => was[key] !== is[key]);
    yield { rule: isMoved ? "list-moved" : "list-changed", ...shown };
  }
}

function cancelOf({ model }: OperationSite): string | undefined {
  return isPolled(model) ? cancelLink(model)?.operationId : undefined;
}

function pointer(field: { readonly path: readonly string[] } | undefined): string | undefined {
  return field && `/${field.path.join("/")}`;
}

function about({ at, model }: OperationSite): { at: OperationSite["at"]; subject: string } {
  return { at, subject: named(model.id) };
}
