import type { Argument } from "../describe/arguments.ts";
import type { Operation } from "../describe/operation.ts";
import { printKey, printLiteral } from "./literal.ts";

/** An operation's method called on an object, with the example values of some of its arguments. */
export function printCall(object: string, operation: Operation, given: readonly Argument[]): string {
  const key = printKey(operation.id);
  const method = key === operation.id ? `${object}.${key}` : `${object}[${key}]`;
  return `${method}(${operation.arguments.length > 0 ? printArguments(given) : ""})`;
}

/** Always on one line: an `@ts-expect-error` covers the next line alone. */
export function printArguments(given: readonly Argument[]): string {
  const members = given.map(({ name, example }) => `${printKey(name)}: ${printOnOneLine(example)}`);
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}

/** The same as an example for people: on as many lines as it takes. */
export function printExampleCall(object: string, operation: Operation): string {
  const key = printKey(operation.id);
  const method = key === operation.id ? `${object}.${key}` : `${object}[${key}]`;
  const members = shownArguments(operation).map(({ name, example }) => [name, example]);
  if (members.length === 0) return `${method}()`;
  return `${method}(${printLiteral(Object.fromEntries(members), "", `const result = await ${method}(`)})`;
}

/**
 * What an example shows: what is required, what the documented sample of a body holds, and what other operations
 * link by. Where there is none of these, the first of what has a sample.
 */
function shownArguments({ arguments: all, linkedBy }: Operation): readonly Argument[] {
  const needed = ({ required, in: place, sampled }: Argument) => required || (place === "member" && sampled);
  const shown = all.filter((argument) => needed(argument) || linkedBy.has(argument.name));
  return shown.length > 0 ? shown : all.filter(({ sampled }) => sampled).slice(0, 3);
}

export function requiredArguments(operation: Operation): readonly Argument[] {
  return operation.arguments.filter(({ required }) => required);
}

function printOnOneLine(value: unknown): string {
  return printLiteral(value, "", "").replaceAll(/\n\s*/g, " ");
}
