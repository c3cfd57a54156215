import { fieldType, successesWith } from "../describe/field-type.ts";
import type { Field } from "../describe/fields.ts";
import { describeFollowers } from "../describe/followers.ts";
import { describeLongRunning, isPolled } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import { pagingItem } from "../describe/paging-item.ts";
import type { Service } from "../describe/service.ts";
import { printDocComment } from "../print/doc-comment.ts";

/** What waiting for one operation tells, and what its list yields. */
export function outcomeTypes(operation: Operation): string[] {
  const { id, typeName } = operation;
  const item = pagingItem(operation);
  const list = item && `/** What \`${id}\` lists. */\nexport type ${typeName}Item = ${item};\n`;
  return [...(isPolled(operation) ? [pollType(operation)] : []), ...(list ? [list] : [])];
}

function pollType(operation: Operation): string {
  const { id, typeName, responses } = operation;
  const { status, result, error, also } = describeLongRunning(operation);
  const telling = successesWith(responses, status?.path ?? []);
  const parts = [
    `${typeName}Arguments`,
    union(telling.map(({ jsonType }) => jsonType)),
    outcomePart(operation, [result, also.result]),
    outcomePart(operation, [error, also.error]),
    typesAt(operation, [status, also.status]),
  ];
  const comment = printDocComment([
    `What waiting for \`${id}\` tells: its answer, result, error and status value.`,
  ]);
  return `${comment}export type ${typeName}Poll = Poll<\n${parts.map((part) => `  ${part}`).join(",\n")}\n>;\n`;
}

/** Of a list of executions, there is one of each. */
function outcomePart(operation: Operation, places: readonly (Field | undefined)[]): string {
  const [first] = places;
  if (!first) return "unknown";
  const type = typesAt(operation, places);
  return first.path.includes("[]") ? `Array<${type}>` : type;
}

/** What stands at one of these places, in whatever success has it. */
function typesAt({ responses }: Operation, places: readonly (Field | undefined)[]): string {
  const paths = places.flatMap((place) => (place ? [place.path] : []));
  return union(
    paths.flatMap((path) => successesWith(responses, path).map(({ jsonType }) => fieldType(jsonType, path))),
  );
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}

/** By the name of the operation: what can be waited for, started, and gone through. */
export function waitingTypes({ operations, typeName }: Service): string[] {
  const polls = operations.filter(isPolled);
  const starts = operations.flatMap((operation) => {
    const to = describeFollowers(operation, operations).map(({ id }) => JSON.stringify(id));
    return to.length > 0 ? [[operation, to.join(" | ")] as const] : [];
  });
  const lists = operations.filter(({ paging }) => paging);
  return [
    namedTypes(
      `${typeName}Polls`,
      "The operations that tell how something goes, for `settle` and `watch`.",
      polls.map((operation) => `${operation.id}: ${operation.typeName}Poll`),
    ),
    namedTypes(
      `${typeName}Starts`,
      "The operations that start something, and those that tell how it goes, for `run`.",
      starts.map(([operation, to]) => `${operation.id}: Start<${operation.typeName}Arguments, ${to}>`),
    ),
    namedTypes(
      `${typeName}Lists`,
      "The operations that answer page by page, for `list`.",
      lists.map(
        (operation) => `${operation.id}: List<${listArguments(operation)}, ${operation.typeName}Item>`,
      ),
    ),
  ];
}

/** What asks for a page is given by `list` itself, also where a call has to give it. */
export function listArguments(
  { typeName, arguments: args, paging }: Operation,
  prefix: string = typeName,
): string {
  const names = new Set<unknown>(Object.values(paging ?? {}));
  const own = args.filter(({ name, required }) => required && names.has(name));
  const all = `${prefix}Arguments`;
  if (own.length === 0) return all;
  const keys = own.map(({ name }) => JSON.stringify(name)).join(" | ");
  return `Omit<${all}, ${keys}> & Partial<Pick<${all}, ${keys}>>`;
}

function namedTypes(name: string, meaning: string, members: readonly string[]): string {
  const comment = printDocComment([meaning]);
  if (members.length === 0) return `${comment}export type ${name} = Record<never, never>;\n`;
  return `${comment}export interface ${name} {\n${members.map((member) => `  ${member};\n`).join("")}}\n`;
}
