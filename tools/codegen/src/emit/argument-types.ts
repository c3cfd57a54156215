import type { Argument } from "../describe/arguments.ts";
import { toTypeName } from "../describe/names.ts";
import type { Operation } from "../describe/operation.ts";
import { printDocComment } from "../print/doc-comment.ts";
import { printKey } from "../print/literal.ts";

/** What an operation takes: a type of its body, if it has one, and an interface of all its arguments. */
export function argumentTypes(operation: Operation, shared: ReadonlyMap<string, Argument>): string {
  const { id, typeName, arguments: all, body } = operation;
  const bodyComment = printDocComment([`The request body of \`${id}\`.`]);
  const bodyType = body ? `${bodyComment}export type ${typeName}Body = ${body.type};\n\n` : "";
  if (all.length === 0) return `export type ${typeName}Arguments = Record<string, never>;\n`;
  const bases = all.flatMap((argument) => (isShared(argument, shared) ? [sharedName(argument, shared)] : []));
  const from = bases.length > 0 ? ` extends ${bases.join(", ")}` : "";
  const own = all.filter((argument) => !isShared(argument, shared));
  return `${bodyType}export interface ${typeName}Arguments${from} {\n${own.map(member).join("")}}\n`;
}

/** The arguments that several operations have, by their names in the document: each is spelt out once. */
export function sharedArguments(operations: readonly Operation[]): Map<string, Argument> {
  const all = operations.flatMap((operation) => operation.arguments);
  const shared = new Map<string, Argument>();
  for (const [index, argument] of all.entries()) {
    const { component } = argument;
    if (component && all.findIndex((other) => other.component === component) < index) {
      shared.set(component, argument);
    }
  }
  return shared;
}

export function sharedArgumentTypes(shared: ReadonlyMap<string, Argument>): string[] {
  const named = [...shared.values()].map((argument) => [sharedName(argument, shared), argument] as const);
  return [...new Map(named)].map(([name, argument]) => `interface ${name} {\n${member(argument)}}\n`);
}

function isShared({ component }: Argument, shared: ReadonlyMap<string, Argument>): boolean {
  return component !== undefined && shared.has(component);
}

/** `JobIdArgument`: an operation's own type ends in the plural. Those that a type says alike have the name of the first. */
function sharedName(argument: Argument, shared: ReadonlyMap<string, Argument>): string {
  const [component = ""] = [...shared].find(([, other]) => member(other) === member(argument)) ?? [];
  return `${toTypeName(component)}Argument`;
}

function member({ name, required, type, description }: Argument): string {
  const declaration = required ? `${printKey(name)}: ${type}` : `${printKey(name)}?: ${type} | undefined`;
  return `${printDocComment([description], "  ")}  ${declaration};\n`;
}
