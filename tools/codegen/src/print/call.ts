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

/** What an example shows: what is required; where nothing is, all that is documented. */
export function shownArguments(operation: Operation): readonly Argument[] {
  const required = requiredArguments(operation);
  return required.length > 0 ? required : operation.arguments;
}

export function requiredArguments(operation: Operation): readonly Argument[] {
  return operation.arguments.filter(({ required }) => required);
}

function printOnOneLine(value: unknown): string {
  return printLiteral(value, "", "").replaceAll(/\n\s*/g, " ");
}
