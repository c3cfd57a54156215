import { errorCodePointers } from "../describe/error-code-pointers.ts";
import { exampleNames } from "../describe/example-names.ts";
import { exampleOperation, exampleStart } from "../describe/example-operation.ts";
import type { Field } from "../describe/fields.ts";
import { describeLongRunning, isPolled } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { listedCodes } from "../describe/usual-codes.ts";
import { header } from "../print/header.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";

/**
 * src/testing.ts: a mock for users' tests, which answers as is documented; the types of its bodies are those of the
 * client, in which there is also what was seen to differ.
 */
export function emitTesting({ service, documented }: Edition): string {
  const { typeName, title } = service;
  const codes = errorCodePointers(service.operations);
  const members = documented.operations.map((operation) => mockable(documented, operation, codes.length > 0));
  const waits = service.operations.some(isPolled) ? "waits, " : "";
  return `${header(service)}
${printNamed("import", ["createMock as create"], runtime)}\
${printNamed("import type", ["Answers", "Mock", "MockOptions", "Scripts"], runtime)}\
import type * as client from "./client.ts";
import { documented } from "./documented.ts";
import { operations } from "./all-operations.ts";
import { service } from "./service.ts";
${waits && 'import { waits } from "./waits.ts";\n'}
${printNamed("export", functions, runtime)}\
${printNamed("export type", types, runtime)}
${codes.length > 0 ? `/** Where the bodies of errors have their code. */\ntype Code = ${codes.map(printSteps).join(" | ")};\n\n` : ""}\
/** What each operation can be scripted to answer: what is documented of it. */
export interface ${typeName}Mocks {
${members.join("")}}

/**
 * Makes a mock of ${title}, for tests: its \`fetch\` is for \`createClient\`, its \`handlers\` are for MSW.
 *
 * @param scripts - by operation: one step for every request, or several, of which the last goes on for ever
 * @throws TypeError if a script asks for what is not documented.
 * @example
 * \`\`\`ts
${example(service)}\
 * \`\`\`
 */
export function createMock(scripts: Scripts<${typeName}Mocks>, options?: MockOptions): Mock<keyof ${typeName}Mocks> {
  return create<${typeName}Mocks>({ service, operations, ${waits}documented }, scripts, options);
}
`;
}

const runtime = "@settled/runtime/testing";

const functions = [
  "answers",
  "canceled",
  "createVirtualClock",
  "empty",
  "expired",
  "failed",
  "hang",
  "html",
  "notStarted",
  "reset",
  "running",
  "succeeded",
  "throttled",
  "truncated",
  "waiting",
];

const types = ["Mock", "MockOptions", "MockRequest", "VirtualClock"];

function mockable(service: Service, operation: Operation, hasCodes: boolean): string {
  const { id, typeName, responses } = operation;
  const named = responses.map((response) => {
    const codes = listedCodes(response).map(String);
    const names = exampleNames(service.spec, operation, response).filter((name) => !codes.includes(name));
    return { status: statusKey(response.status), names };
  });
  const examples = named.flatMap(({ status, names }) =>
    names.length > 0 ? [`${status}: ${names.map((name) => JSON.stringify(name)).join(" | ")}`] : [],
  );
  const others = named.flatMap(({ status, names }) => (names.length > 0 ? [] : [status]));
  const parts = [
    `client.${typeName}Result`,
    examples.length > 0 ? `{ ${examples.join("; ")} }` : "{}",
    ...(others.length > 0 || hasCodes ? [others.join(" | ") || "never"] : []),
    ...(hasCodes ? ["Code"] : []),
  ];
  const answers = `Answers<${parts.join(", ")}>`;
  const lines = [`answers: ${answers};`, ...(isPolled(operation) ? pollLines(operation) : [])];
  return `  ${id}: {\n${lines.map((line) => `    ${line}\n`).join("")}  };\n`;
}

function pollLines(operation: Operation): string[] {
  const { status, progress, result, error } = describeLongRunning(operation);
  const poll = `client.${operation.typeName}Poll`;
  // Of a list of executions, each has its own.
  const one = (member: string, field: Field | undefined) => {
    const each = field?.path.includes("[]") ? "[number]" : "";
    return field ? [`${member}: ${poll}["${member}"]${each};`] : [];
  };
  return [
    "poll: {",
    `  data: ${poll}["data"];`,
    `  value: ${poll}["value"];`,
    `  states: ${union(Object.keys(status?.schema["x-lro-status"] ?? {}))};`,
    ...(progress ? ["  progress: number;"] : []),
    ...one("result", result).map((line) => `  ${line}`),
    ...one("error", error).map((line) => `  ${line}`),
    "};",
    ...(status?.schema["x-lro-expires"] === undefined ? [] : ["expires: true;"]),
  ];
}

function example({ operations, variableName }: Service): string {
  const polled = exampleOperation(operations);
  const start = exampleStart(operations);
  if (!polled || !isPolled(polled)) return ` * const mock = createMock({ ${polled?.id}: answers(200) });\n`;
  const started = start ? `${start.id}: answers(${start.responses.find(({ ok }) => ok)?.status}), ` : "";
  return [
    "const clock = createVirtualClock();",
    `const mock = createMock({ ${started}${polled.id}: [running({ times: 3 }), succeeded()] }, { clock });`,
    `const ${variableName} = createClient({ baseUrl: "https://mock.invalid", fetch: mock.fetch, clock });`,
  ]
    .map((line) => ` * ${line}\n`)
    .join("");
}

/** A number where it is one: so that it can be asked for as one. */
function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : JSON.stringify(status);
}

function printSteps(pointer: string): string {
  const steps = pointer.slice(1).split("/");
  return `readonly ${JSON.stringify(steps)}`;
}

function union(names: readonly string[]): string {
  return names.length > 0 ? names.map((name) => JSON.stringify(name)).join(" | ") : "never";
}
