import { describeFollowers } from "../describe/followers.ts";
import { isPolled } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { printExampleCall, requiredArguments } from "../print/call.ts";
import { printDocComment } from "../print/doc-comment.ts";
import { header } from "../print/header.ts";
import { printNamed } from "../print/named.ts";
import type { ExternalDocumentation } from "../spec/document.ts";
import { argumentTypes, sharedArguments, sharedArgumentTypes } from "./argument-types.ts";
import { clientOptions } from "./client-options.ts";
import type { Edition } from "./edition.ts";
import { outcomeTypes, waitingTypes } from "./outcome-types.ts";
import { pathsType } from "./paths-type.ts";
import { printWaysToFail, resultType, sharedFailures, sharedSuccesses, waysToFail } from "./result-type.ts";

/** src/client.ts: one method per operation, its arguments and results spelt out, so that nothing is inferred. */
export function emitClient({ service }: Edition): string {
  const { operations, typeName, title } = service;
  const shared = sharedArguments(operations);
  const ways = waysToFail(operations);
  const own = operations.flatMap((operation) => [
    argumentTypes(operation, shared),
    resultType(operation, ways),
    ...outcomeTypes(operation),
  ]);
  const types = [
    `/** A client of ${title}: its operations, what waits for them, and plain openapi-fetch under \`http\`. */
export type ${typeName}Client = Client<
  ${typeName}Operations,
  paths,
  ${typeName}Polls,
  ${typeName}Starts,
  ${typeName}Lists
>;
`,
    clientOptions(service),
    `/** The documented operations of ${title}. A wrong argument is thrown as a TypeError, no answer as a RequestError. */
export interface ${typeName}Operations {
${operations.map((operation) => method(operation, service)).join("\n")}}
`,
    ...waitingTypes(service),
    ...own,
    ...sharedArgumentTypes(shared),
    sharedSuccesses(operations),
    printWaysToFail(ways),
    sharedFailures(operations),
    pathsType(operations),
  ].filter((text) => text !== "");
  return `${header(service)}\n${imports(types.join("\n"))}\n${types.join("\n")}`;
}

/** What the types use, and no more. */
function imports(types: string): string {
  const generic = ["Failure", "List", "PlainMethod", "Poll", "Start", "Success"].filter((name) =>
    new RegExp(`\\b${name}<`).test(types),
  );
  const plain = ["Malformed", "UndocumentedStatus"];
  const options = types.includes("extends Options") ? ["ClientOptions as Options"] : [];
  const runtime = ["CallOptions", "Client", ...options, ...generic, ...plain].sort();
  const schema = ["inline", "schemas"].filter((name) => new RegExp(`\\b${name}\\[`).test(types));
  return `${printNamed("import type", runtime, "@settled/runtime")}\
${schema.length > 0 ? printNamed("import type", schema, "./schema.ts") : ""}`;
}

function method(operation: Operation, service: Service): string {
  const { id, typeName, summary, description, page } = operation;
  const ways = [...waysToCall(operation, service), ...(page ? [printSource(page)] : [])].join("\n");
  const example = `@example\nconst result = await ${printExampleCall(service.variableName, operation)};`;
  const comment = printDocComment([summary, description, [ways, example].filter(Boolean).join("\n")], "  ");
  const optional = requiredArguments(operation).length > 0 ? "" : "?";
  const parameters = `args${optional}: ${typeName}Arguments, options?: CallOptions`;
  return `${comment}  ${id}(${parameters}): Promise<${typeName}Result>;\n`;
}

/** As Markdown: a compiler passes over a comment, unless it holds `@see` or `@link`. When it was read, the document says. */
function printSource({ url }: ExternalDocumentation): string {
  return `[Vendor's page](${url})`;
}

/** What else the client does with an operation than to call it once. */
function waysToCall(operation: Operation, { operations, variableName: client }: Service): string[] {
  const { id, paging } = operation;
  const starts = describeFollowers(operation, operations).length > 0;
  return [
    ...(starts ? [`To start it and wait: \`${client}.run("${id}", args, { deadline: "10m" })\`.`] : []),
    ...(isPolled(operation)
      ? [`To wait until it is final: \`${client}.settle("${id}", args, { deadline: "10m" })\`.`]
      : []),
    ...(paging ? [`To go through all pages: \`${client}.list("${id}", args)\`.`] : []),
  ];
}
