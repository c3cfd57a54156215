import type { Finding, Rule } from "../finding.ts";
import { inBackticks } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { operationsOf } from "../openapi/operations-of.ts";

export const operationId: Rule = {
  name: "operation-id",
  why: "The operationId is the name of the client's method, of its mock handler and of the row in a report.",
  check: ({ root }) => {
    const seen = new Set<string>();
    return operationsOf(root).flatMap(({ path, node }) => {
      const id = node.operationId;
      if (typeof id !== "string")
        return [finding(path, "an operation without operationId", "an operationId", "getJob")];

      const at = [...path, "operationId"];
      if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(id)) {
        return [finding(at, inBackticks(id), "a valid JavaScript identifier (ECMA-262 §12.7)", "getJob")];
      }
      const longer = `${id}Job`;
      if (isTaken(id)) {
        return [
          finding(at, inBackticks(id), "a name that the client does not use for something else", longer),
        ];
      }
      if (seen.has(id)) {
        return [
          finding(at, `${inBackticks(id)} a second time`, "a name of its own for every operation", longer),
        ];
      }
      seen.add(id);
      return [];
    });
  },
};

// A client's own members, and `then`, which would make `await` call it.
const members = ["http", "orThrow", "settle", "watch", "run", "resume", "list", "logout", "then"];

/** By the client, or by every object. */
function isTaken(id: string): boolean {
  return members.includes(id) || id in Object.prototype;
}

function finding(at: Path, found: string, expected: string, better: string): Finding {
  return { at, found, expected, example: `operationId: ${better}` };
}
