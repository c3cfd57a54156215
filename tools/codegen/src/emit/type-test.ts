import { isPolled } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { type SessionWay, tokenOperation } from "../describe/sessions.ts";
import { printArguments, requiredArguments } from "../print/call.ts";
import { printNeeded } from "../print/creation.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import { argumentPairs, pathPairs } from "./call-pairs.ts";
import { hasOwnOptions } from "./client-options.ts";
import type { Edition } from "./edition.ts";
import { type Pair, printPairs } from "./pair.ts";
import { bodyPairs, resultPairs } from "./result-pairs.ts";
import { serverOption } from "./server-option.ts";
import { waitingPairs } from "./waiting-pairs.ts";

/** test/types.ts: proof that each mistake, and nothing else on its line, is a compile error. */
export function emitTypeTest({ service }: Edition): string {
  const { operations, sessions } = service;
  const client = `${service.typeName}Client`;
  const results = operations.map((operation) => `${operation.typeName}Result`);
  const values = [
    ...(hasOwnOptions(service) ? ["createClient"] : []),
    ...(sessions.length > 0 ? ["session"] : []),
  ];
  const [example] = [...operations.filter(isPolled), ...operations];
  const tests = [
    ...operations.map((operation) => operationTest(operation, client, operations)),
    ...(example ? [standaloneTest(example)] : []),
    ...sessionTest(sessions),
    ...baseUrlTest(service),
    ...serverTest(service),
    ...versionTest(service),
  ].join("\n");
  return `${header(service)}
${values.length > 0 ? printNamed("import", values, "../src/index.ts") : ""}\
${printNamed("import type", [...results, client].sort(), "../src/index.ts")}\
${example ? printNamed("import", ["type Connection", "call", example.id], "../src/standalone.ts") : ""}
${tests.includes("listed(") ? `${listedDeclaration}\n\n` : ""}${tests}`;
}

// Where a plain `string` has swallowed the list, nothing is left here, and no value fits.
const listedDeclaration = `/** The listed values of an open list, if the type still knows them. */
type Listed<Value> = Value extends unknown
  ? string extends Value ? never : number extends Value ? never : Value
  : never;
declare function listed<Value>(field: Value, value: Listed<Value>): void;`;

/** One function for the calls, and one for each answer: in one for all, narrowing would cost ever more. */
function operationTest(operation: Operation, client: string, all: readonly Operation[]): string {
  const name = `test${operation.typeName}`;
  const result = `result: ${operation.typeName}Result`;
  const calls = [
    pathPairs(operation, all),
    argumentPairs(operation),
    waitingPairs(operation, all),
    resultPairs(operation),
  ];
  const answers = [...bodyPairs(operation)].filter(([, pairs]) => pairs.length > 0);
  return [
    test(name, `client: ${client}, ${result}`, calls),
    ...answers.map(([status, pairs]) => test(`${name}_${status}`, result, [pairs])),
  ].join("\n");
}

function standaloneTest(operation: Operation): string {
  const given = printArguments(requiredArguments(operation));
  const call = (id: string, args: string) => `await call(connection, ${id}, ${args});`;
  const pairs: Pair[] = [
    [call(operation.id, given), `await call(connection, ${JSON.stringify(operation.id)}, ${given});`],
    [call(operation.id, given), call(operation.id, "{ undocumented_: true }")],
  ];
  return test("testStandaloneCall", "connection: Connection", [pairs]);
}

function sessionTest(sessions: readonly SessionWay[]): string[] {
  if (sessions.length === 0) return [];
  const pairs = sessions.flatMap((way): Pair[] => {
    const login = tokenOperation(way).id;
    const print = (names: readonly string[], id = login) => {
      const given = { login: id, ...Object.fromEntries(names.map((name) => [name, "x"])) };
      return `session(${printLiteral(given).replaceAll(/\n\s*/g, " ")});`;
    };
    const names = Object.keys(way.inputs);
    const right = print(names);
    return [
      [right, print(names, `${login}_`)],
      ...names.map(
        (name) => [right, print(names.map((other) => (other === name ? `${name}_` : other)))] as const,
      ),
    ];
  });
  return [test("testSessionInputs", "", [pairs])];
}

/** Where only the user knows where the service is, a client without `baseUrl` does not compile. */
function baseUrlTest(service: Service): string[] {
  const needed = printNeeded(service);
  if (needed === "") return [];
  return [test("testBaseUrl", "", [[[`createClient({ ${needed.slice(0, -2)} });`, "createClient({});"]]])];
}

/** Where there are servers to choose from, or variables of theirs. */
function serverTest(service: Service): string[] {
  const { servers } = service;
  if (serverOption(service) === "") return [];
  const create = (server: object) =>
    `createClient({ server: ${printLiteral(server).replaceAll(/\n\s*/g, " ")} });`;
  const pairs = Object.entries(servers[0]?.variables ?? {}).flatMap(([name, variable]): Pair[] => {
    const fill = (named: string, value: string) => create({ variables: { [named]: value } });
    return [[fill(name, variable.default), fill(`${name}_`, variable.default)]];
  });
  const other: Pair[] = servers.length > 1 ? [[create({ index: 1 }), create({ index: servers.length })]] : [];
  return [test("testServerOption", "", [pairs, other])];
}

function versionTest(service: Service): string[] {
  const { mediaTypeVersion } = service;
  if (!mediaTypeVersion) return [];
  const needed = printNeeded(service);
  const create = (version: string) => `createClient({ ${needed}version: ${JSON.stringify(version)} });`;
  const pair: Pair = [create(mediaTypeVersion.default), create(`${mediaTypeVersion.default}_`)];
  return [test("testVersionOption", "", [[pair]])];
}

function test(name: string, parameters: string, groups: readonly (readonly Pair[])[]): string {
  const text = groups
    .filter((pairs) => pairs.length > 0)
    .map(printPairs)
    .join("\n");
  return `export async function ${name}(${parameters}): Promise<void> {\n${text}}\n`;
}
