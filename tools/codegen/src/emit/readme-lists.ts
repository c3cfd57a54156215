import type { Service } from "../describe/service.ts";
import { exampleArguments, printLongCall } from "../print/call.ts";
import { type Example, printExample } from "../print/example.ts";

/** How to go through a list. */
export function listSection(service: Service): string {
  const example = listExample(service);
  if (!example) return "";
  return `## Lists

\`list\` yields the items of all pages, each page asked for when it is needed: \`limit\` items at most, \`pageSize\` of them \
at once.

${printExample(service, example)}`;
}

/** A loop over the first list, if there is one. */
export function listExample({ operations, variableName }: Service): Example | undefined {
  const operation = operations.find(({ paging }) => paging);
  if (!operation) return undefined;
  const args = Object.fromEntries(
    Object.entries(exampleArguments(operation)).filter(([name]) => !asksForPage(name, operation.paging)),
  );
  const list = printLongCall("for await (const item of ", `${variableName}.list`, [operation.id, args]);
  return { imports: [], code: `${list}) {\n  console.log(item);\n}\n` };
}

/** What `list` itself gives. */
function asksForPage(name: string, paging: object | undefined): boolean {
  const { token, offset, page, size } = (paging ?? {}) as Record<string, string | undefined>;
  return [token, offset, page, size].includes(name);
}
