import type { Argument } from "../describe/arguments.ts";
import type { Operation } from "../describe/operation.ts";
import type { Response } from "../describe/responses.ts";
import { printExampleCall, requiredArguments } from "../print/call.ts";
import { printDocComment } from "../print/doc-comment.ts";
import { header } from "../print/header.ts";
import { printKey } from "../print/literal.ts";
import type { Edition } from "./edition.ts";

/** src/client.ts: one method per operation, its arguments and results spelt out, so that nothing is inferred. */
export function emitClient({ service }: Edition): string {
  const { operations, typeName, variableName, title } = service;
  const types = [...operations.map(emitArguments), ...operations.map(emitResult)].join("\n");
  const methods = operations.map((operation) => emitMethod(operation, variableName)).join("\n");
  const used = ["components", "operations"].filter((name) => new RegExp(`\\b${name}\\[`).test(types));
  const imports = [...used, "paths"].join(", ");
  return `${header(service)}
import type { CallOptions, Client, Failure, Success, UndocumentedStatus } from "@settled/runtime";
import type { ${imports} } from "./schema.ts";

/** A client of ${title}: its operations, and plain openapi-fetch under \`http\`. */
export type ${typeName}Client = Client<${typeName}Operations, paths>;

/** The documented operations of ${title}. */
export interface ${typeName}Operations {
${methods}}

${types}`;
}

function emitMethod(operation: Operation, client: string): string {
  const { id, typeName, summary, description, page } = operation;
  const comment = printDocComment(
    [
      summary,
      description,
      [
        page && `@see {@link ${page.url} | ${page.description ?? page.url}}`,
        "@example",
        "```ts",
        `const result = await ${printExampleCall(client, operation)};`,
        "```",
      ]
        .filter((line) => line)
        .join("\n"),
    ],
    "  ",
  );
  const optional = requiredArguments(operation).length > 0 ? "" : "?";
  const parameters = `args${optional}: ${typeName}Arguments, options?: CallOptions`;
  return `${comment}  ${printKey(id)}(${parameters}): Promise<${typeName}Result>;\n`;
}

function emitArguments({ id, typeName, arguments: args, body }: Operation): string {
  const bodyComment = printDocComment([`The request body of \`${id}\`.`]);
  const bodyType = body ? `${bodyComment}export type ${typeName}Body = ${body.type};\n\n` : "";
  const comment = printDocComment([`What \`${id}\` takes, under the names of the wire.`]);
  if (args.length === 0) return `${comment}export type ${typeName}Arguments = Record<string, never>;\n`;
  return `${bodyType}${comment}export interface ${typeName}Arguments {\n${args.map(emitArgument).join("")}}\n`;
}

function emitArgument({ name, required, type, description }: Argument): string {
  const declaration = required ? `${printKey(name)}: ${type}` : `${printKey(name)}?: ${type} | undefined`;
  return `${printDocComment([description], "  ")}  ${declaration};\n`;
}

function emitResult({ id, typeName, responses }: Operation): string {
  const comment = printDocComment([`What \`${id}\` comes back with: \`ok\` and \`status\` tell which.`]);
  const variants = responses.map((response) => `  | ${emitVariant(response)}`);
  if (!responses.some(({ status }) => status === "default"))
    variants.push("  | Failure<UndocumentedStatus, unknown>");
  return `${comment}export type ${typeName}Result =\n${variants.join("\n")};\n`;
}

// OAS 3.1.1 §4.8.16: only an exact code is a status that can be compared with; `4XX` and `default` are the rest.
function emitVariant({ ok, status, type }: Response): string {
  const literal = /^\d{3}$/.test(status) ? status : "UndocumentedStatus";
  return `${ok ? "Success" : "Failure"}<${literal}, ${type}>`;
}
