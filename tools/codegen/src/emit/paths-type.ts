import type { Argument } from "../describe/arguments.ts";
import type { Operation } from "../describe/operation.ts";

/** `paths`, as openapi-fetch is told of the operations: their arguments by place, and what comes back by status. */
export function pathsType(operations: readonly Operation[]): string {
  const byPath = new Map<string, Operation[]>();
  for (const operation of operations) {
    byPath.set(operation.path, [...(byPath.get(operation.path) ?? []), operation]);
  }
  const members = [...byPath].map(
    ([path, methods]) => `  ${JSON.stringify(path)}: {\n${methods.map(methodType).join("")}  };\n`,
  );
  return `/** The paths and methods, for plain openapi-fetch. */\nexport interface paths {\n${members.join("")}}\n`;
}

function methodType(operation: Operation): string {
  const { method, body, typeName } = operation;
  const type = `PlainMethod<${placesType(operation)}, ${typeName}Result>`;
  if (!body) return `    ${method.toLowerCase()}: ${type};\n`;
  const kinds = [{ mediaType: body.mediaType, type: `${typeName}Body` }, ...body.others];
  const content = kinds.map((kind) => `${JSON.stringify(kind.mediaType)}: ${kind.type}`);
  const requestBody = `requestBody${body.required ? "" : "?"}: { content: { ${content.join("; ")} } }`;
  return `    ${method.toLowerCase()}: ${type} & { ${requestBody} };\n`;
}

function placesType({ typeName, arguments: all }: Operation): string {
  const places = (["query", "header", "path", "cookie"] as const).flatMap((place) => {
    const here = all.filter((argument) => argument.in === place);
    if (here.length === 0) return [];
    const optional = here.some(({ required }) => required) ? "" : "?";
    return [`${place}${optional}: ${pick(`${typeName}Arguments`, here, all)}`];
  });
  return places.length > 0 ? `{ ${places.join("; ")} }` : "unknown";
}

/** The members of a type that lie in one place; in fewer words, those that lie in no other. */
function pick(type: string, here: readonly Argument[], all: readonly Argument[]): string {
  const elsewhere = all.filter((argument) => !here.includes(argument));
  if (elsewhere.length === 0) return type;
  const names = (members: readonly Argument[]) => members.map(({ name }) => JSON.stringify(name)).join(" | ");
  return here.length > elsewhere.length
    ? `Omit<${type}, ${names(elsewhere)}>`
    : `Pick<${type}, ${names(here)}>`;
}
