import { describeFollowers } from "../describe/followers.ts";
import { isPolled } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import { printArguments, requiredArguments } from "../print/call.ts";
import type { Pair } from "./pair.ts";

/** What can be wrong with a wait, with what starts one, and with a list. */
export function waitingPairs(operation: Operation, all: readonly Operation[]): Pair[] {
  return [
    ...(isPolled(operation) ? settlePairs(operation) : []),
    ...runPairs(operation, describeFollowers(operation, all)),
    ...(operation.paging ? listPairs(operation) : []),
  ];
}

function settlePairs(operation: Operation): Pair[] {
  const settle = (id: string, options: string) =>
    `client.settle(${JSON.stringify(id)}, ${given(operation)}, ${options})`;
  const right = settle(operation.id, '{ deadline: "1m" }');
  return [
    [`await ${right};`, `await ${settle(`${operation.id}_`, '{ deadline: "1m" }')};`],
    [`await ${right};`, `await ${settle(operation.id, "{}")};`],
    [`await ${right};`, `await ${settle(operation.id, '{ deadline: "soon" }')};`],
    [`(await ${right}).status === "succeeded";`, `(await ${right}).status === "success";`],
  ];
}

function runPairs(operation: Operation, [follower]: readonly Operation[]): Pair[] {
  if (!follower) return [];
  const run = (id: string, to: string) =>
    `await client.run(${JSON.stringify(id)}, ${given(operation)}, { deadline: "1m", to: ${JSON.stringify(to)} });`;
  const right = run(operation.id, follower.id);
  return [
    [right, run(`${operation.id}_`, follower.id)],
    [right, run(operation.id, `${follower.id}_`)],
  ];
}

function listPairs(operation: Operation): Pair[] {
  const list = (id: string) => `client.list(${JSON.stringify(id)}, ${given(operation)})`;
  const right = list(operation.id);
  const item = operation.responses
    .flatMap(({ ok, fields }) => (ok ? fields : []))
    .find(
      ({ path, closed }) =>
        closed && path.slice(0, -1).join("/") === `${operation.paging?.items.slice(1)}/[]`,
    );
  const read = (name: string) => `for await (const item of ${right}) item[${JSON.stringify(name)}];`;
  const name = item?.path.at(-1);
  return [
    [`${right};`, `${list(`${operation.id}_`)};`],
    ...(name === undefined ? [] : [[read(name), read(`${name}_`)] as const]),
  ];
}

function given(operation: Operation): string {
  return printArguments(requiredArguments(operation));
}
