import type { Argument } from "../describe/arguments.ts";
import { describeFollowers } from "../describe/followers.ts";
import { isPolled } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { printExampleCall, requiredArguments } from "../print/call.ts";
import { printDocComment } from "../print/doc-comment.ts";
import { header } from "../print/header.ts";
import { printKey } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import { clientOptions } from "./client-options.ts";
import type { Edition } from "./edition.ts";
import { outcomeTypes, waitingTypes } from "./outcome-types.ts";
import { pathsType } from "./paths-type.ts";
import { resultType, sharedFailures } from "./result-type.ts";

/** src/client.ts: one method per operation, its arguments and results spelt out, so that nothing is inferred. */
export function emitClient({ service }: Edition): string {
  const { operations, typeName, title } = service;
  const own = operations.flatMap((operation) => [
    argumentTypes(operation),
    resultType(operation),
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
    `/** The documented operations of ${title}. */
export interface ${typeName}Operations {
${operations.map((operation) => method(operation, service)).join("\n")}}
`,
    ...waitingTypes(service),
    ...own,
    sharedFailures(operations),
    pathsType(operations),
  ].filter((text) => text !== "");
  return `${header(service)}\n${imports(types.join("\n"))}\n${types.join("\n")}`;
}

/** What the types use, and no more. */
function imports(types: string): string {
  const generic = ["Failure", "List", "Poll", "Responses", "Start", "Success"].filter((name) =>
    new RegExp(`\\b${name}<`).test(types),
  );
  const plain = ["Malformed", "UndocumentedStatus"];
  const options = types.includes("extends Options") ? ["ClientOptions as Options"] : [];
  const runtime = ["CallOptions", "Client", ...options, ...generic, ...plain].sort();
  const schema = ["components", "inline"].filter((name) => new RegExp(`\\b${name}\\[`).test(types));
  return `${printNamed("import type", runtime, "@settled/runtime")}\
${schema.length > 0 ? printNamed("import type", schema, "./schema.ts") : ""}`;
}

function method(operation: Operation, service: Service): string {
  const { id, typeName, summary, description, page } = operation;
  const comment = printDocComment(
    [
      summary,
      description,
      ...waysToCall(operation, service),
      [
        page && `@see {@link ${page.url} | ${page.description ?? page.url}}`,
        "@example",
        "```ts",
        `const result = await ${printExampleCall(service.variableName, operation)};`,
        "```",
      ]
        .filter((line) => line)
        .join("\n"),
    ],
    "  ",
  );
  const optional = requiredArguments(operation).length > 0 ? "" : "?";
  const parameters = `args${optional}: ${typeName}Arguments, options?: CallOptions`;
  return `${comment}  ${id}(${parameters}): Promise<${typeName}Result>;\n`;
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
    ...(paging
      ? [`To go through all pages: \`for await (const item of ${client}.list("${id}", args))\`.`]
      : []),
  ];
}

function argumentTypes({ id, typeName, arguments: args, body }: Operation): string {
  const bodyComment = printDocComment([`The request body of \`${id}\`.`]);
  const bodyType = body ? `${bodyComment}export type ${typeName}Body = ${body.type};\n\n` : "";
  const comment = printDocComment([`What \`${id}\` takes, under the names of the wire.`]);
  if (args.length === 0) return `${comment}export type ${typeName}Arguments = Record<string, never>;\n`;
  return `${bodyType}${comment}export interface ${typeName}Arguments {\n${args.map(member).join("")}}\n`;
}

function member({ name, required, type, description }: Argument): string {
  const declaration = required ? `${printKey(name)}: ${type}` : `${printKey(name)}?: ${type} | undefined`;
  return `${printDocComment([description], "  ")}  ${declaration};\n`;
}
