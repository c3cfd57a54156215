import type { CheckName } from "../checks/finding.ts";
import type { SubjectInput } from "../checks/subject.ts";
import type { Document, Operation } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import { members } from "../document/navigate.ts";
import { below, type Pointer } from "../document/pointer.ts";
import type { SamePlaces } from "../document/same-places.ts";

/** Whether two readings of a document say the same of all that a check looks at. */
export type SameSubject = (check: CheckName, input: Pick<SubjectInput, "testCase" | "exchange">) => boolean;

/** These look at no response but the one that came, or was asked for; the others may look at any. */
const OF_ONE_RESPONSE: ReadonlySet<CheckName> = new Set([
  "status-code",
  "content-type",
  "response-headers",
  "response-schema",
  "operation-status",
]);

/** Compares what two readings say of an operation, once for each status. */
export function sameSubject(one: Document, other: Document, isSame: SamePlaces): SameSubject {
  const twins = new Map(other.operations.map((operation) => [operation.id, operation]));
  const known = new Map<string, boolean>();
  return (check, { testCase: { operation, status }, exchange }) => {
    const statuses = OF_ONE_RESPONSE.has(check) ? [status, exchange.response?.status ?? status] : [];
    const key = `${operation.id} ${statuses}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const same = compare(operation, statuses);
    known.set(key, same);
    return same;
  };

  /** @param statuses those whose responses matter; without any, all do */
  function compare(operation: Operation, statuses: readonly number[]): boolean {
    const twin = twins.get(operation.id);
    if (twin?.pointer !== operation.pointer || !sameStatuses(operation, twin)) return false;
    const responses =
      statuses.length > 0
        ? statuses.flatMap((status) => documentedResponse(operation, status) ?? [])
        : Object.values(operation.responses);
    // What only one of them has is at a place of its own.
    const places = [...placesOf(one, operation), ...placesOf(other, twin)];
    return [...places, ...responses.map(({ pointer }) => pointer)].every(isSame);
  }
}

function sameStatuses({ responses }: Operation, { responses: others }: Operation): boolean {
  const statuses = Object.keys(responses);
  return (
    statuses.join() === Object.keys(others).join() &&
    statuses.every((status) => responses[status]?.pointer === others[status]?.pointer)
  );
}

// These are looked at operation by operation, and as far as something refers to them.
const IN_PARTS = new Set(["paths", "components", "tags"]);

/** All that is said of an operation, but its responses, and what is said of every one. */
function placesOf({ root }: Document, { pointer }: Operation): Pointer[] {
  const item = pointer.slice(0, pointer.lastIndexOf("/"));
  return [
    ...members(root, pointer).flatMap(([name, at]) => (name === "responses" ? [] : at)),
    below(item, "parameters"),
    below(item, "servers"),
    ...members(root, "#").flatMap(([name, at]) => (IN_PARTS.has(name) ? [] : at)),
    below("#", "components", "securitySchemes"),
  ];
}
