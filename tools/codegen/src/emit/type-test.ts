import type { Argument } from "../describe/arguments.ts";
import type { Operation } from "../describe/operation.ts";
import type { Response } from "../describe/responses.ts";
import type { Service } from "../describe/service.ts";
import { printArguments, printCall, requiredArguments } from "../print/call.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";
import { fieldPairs } from "./field-pairs.ts";

/** A line that must compile, and the same line misspelt, which must not. */
export type Pair = readonly [right: string, wrong: string];

/** test/types.ts: proof that each misspelling, and nothing else on its line, is a compile error. */
export function emitTypeTest({ service }: Edition): string {
  const client = `${service.typeName}Client`;
  const results = service.operations.map((operation) => `${operation.typeName}Result`);
  const tests = [
    ...service.operations.map((operation) => emitOperationTest(operation, client)),
    ...versionTest(service),
  ].join("\n");
  return `${header(service)}
${service.mediaTypeVersion ? `import { createClient } from "../src/index.ts";\n` : ""}\
${printNamed("import type", [...results, client].sort(), "../src/index.ts")}
${tests.includes("listed(") ? `${listedDeclaration}\n\n` : ""}${tests}`;
}

// Where a plain `string` has swallowed the list, nothing is left here, and no value fits.
const listedDeclaration = `/** The listed values of an open list, if the type still knows them. */
type Listed<Value> = Value extends unknown
  ? string extends Value ? never : number extends Value ? never : Value
  : never;
declare function listed<Value>(field: Value, value: Listed<Value>): void;`;

function versionTest({ mediaTypeVersion }: Service): string[] {
  if (!mediaTypeVersion) return [];
  const create = (version: string) => `createClient({ version: ${JSON.stringify(version)} });`;
  const pair: Pair = [create(mediaTypeVersion.default), create(`${mediaTypeVersion.default}_`)];
  return [`export function testVersion(): void {\n${emitPairs([pair])}}\n`];
}

function emitOperationTest(operation: Operation, client: string): string {
  const groups = [
    pathPairs(operation),
    argumentPairs(operation),
    resultPairs(operation),
    ...bodyPairs(operation),
  ];
  const text = groups
    .filter((pairs) => pairs.length > 0)
    .map(emitPairs)
    .join("\n");
  const parameters = `client: ${client}, result: ${operation.typeName}Result`;
  return `export async function test${operation.typeName}(${parameters}): Promise<void> {\n${text}}\n`;
}

function emitPairs(pairs: readonly Pair[]): string {
  return pairs.map(([right, wrong]) => `  ${right}\n  // @ts-expect-error\n  ${wrong}\n`).join("");
}

function pathPairs(operation: Operation): Pair[] {
  const call = (path: string) =>
    `await client.http.${operation.method}(${JSON.stringify(path)}${httpInit(operation)});`;
  return [[call(operation.path), call(`${operation.path}_`)]];
}

/** What openapi-fetch's own call needs of the required arguments: parameters by place, the body as it goes. */
function httpInit(operation: Operation): string {
  const required = requiredArguments(operation);
  const places = (["path", "query", "header", "cookie"] as const).flatMap((place) => {
    const here = required.filter((argument) => argument.in === place);
    return here.length > 0 ? [`${place}: ${printArguments(here)}`] : [];
  });
  const members = required.filter((argument) => argument.in === "member");
  const whole = required.find((argument) => argument.in === "body");
  const init = [
    ...(places.length > 0 ? [`params: { ${places.join(", ")} }`] : []),
    ...(operation.body?.required && operation.body.flat ? [`body: ${printArguments(members)}`] : []),
    ...(whole ? [`body: ${printLiteral(whole.example).replaceAll(/\n\s*/g, " ")}`] : []),
  ];
  return init.length > 0 ? `, { ${init.join(", ")} }` : "";
}

function argumentPairs(operation: Operation): Pair[] {
  const call = (given: readonly Argument[]) => `await ${printCall("client", operation, given)};`;
  const required = requiredArguments(operation);
  const misspelt = operation.arguments.map((argument): Pair => {
    const given = operation.arguments.filter((other) => other.required || other === argument);
    const wrong = given.map((other) => (other === argument ? { ...other, name: `${other.name}_` } : other));
    return [call(given), call(wrong)];
  });
  const missing = required.map((argument): Pair => {
    return [call(required), call(required.filter((other) => other !== argument))];
  });
  return [...misspelt, ...missing];
}

function resultPairs(operation: Operation): Pair[] {
  const [first] = exactResponses(operation);
  const status = first
    ? [[`result.status === ${first.status};`, `result.status === ${first.status}0;`] as const]
    : [];
  return [["if (result.ok) result.data;", "if (!result.ok) result.data;"], ...status];
}

/** One group for each documented status. */
function bodyPairs(operation: Operation): Pair[][] {
  const exact = exactResponses(operation);
  return exact.map((response) => fieldPairs(response, exact));
}

// OAS 3.1.1 §4.8.16: `4XX` and `default` name no status that could be compared with.
function exactResponses({ responses }: Operation): Response[] {
  return responses.filter(({ status }) => /^\d{3}$/.test(status));
}
