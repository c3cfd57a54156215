import type { Argument } from "../describe/arguments.ts";
import type { Operation } from "../describe/operation.ts";
import { printKey, printLiteral, printOnOneLine } from "./literal.ts";

/** A method called on an object, with the example values of some of its operation's arguments. */
export function printCall(object: string, method: string, given: readonly Argument[]): string {
  return `${object}.${method}(${printArguments(given)})`;
}

/** Always on one line: an `@ts-expect-error` covers the next line alone. */
export function printArguments(given: readonly Argument[]): string {
  const members = given.map(({ name, example }) => `${printKey(name)}: ${printOnOneLine(example)}`);
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}

/** The same as an example for people: on as many lines as it takes. */
export function printExampleCall(object: string, operation: Operation): string {
  const method = `${object}.${operation.id}`;
  const given = exampleArguments(operation);
  if (Object.keys(given).length === 0) return `${method}()`;
  return `${method}(${printLiteral(given, "", `const result = await ${method}(`)})`;
}

/** A function called with any values, as an example for people; `before` is what stands before it on its line. */
export function printLongCall(before: string, callee: string, args: readonly unknown[]): string {
  // An argument list is laid out as a list is.
  return `${before}${callee}(${printLiteral(args, "", `${before}${callee}`).slice(1, -1)})`;
}

/** The values that an example gives to an operation, by name. */
export function exampleArguments(operation: Operation): Readonly<Record<string, unknown>> {
  return Object.fromEntries(shownArguments(operation).map(({ name, example }) => [name, example]));
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
