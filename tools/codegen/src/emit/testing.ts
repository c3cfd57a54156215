import { errorCodePointers } from "../describe/error-code-pointers.ts";
import { exampleOperation, exampleStart } from "../describe/example-operation.ts";
import { isPolled } from "../describe/long-running.ts";
import type { Service } from "../describe/service.ts";
import { header } from "../print/header.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";
import { mockables } from "./mockables.ts";

/**
 * src/testing.ts: a mock for users' tests, which answers as is documented; the types of its bodies are those of the
 * client, in which there is also what was seen to differ.
 */
export function emitTesting({ service, documented }: Edition): string {
  const { typeName, title } = service;
  const codes = errorCodePointers(service.operations);
  const { usual, members } = mockables(documented, codes.length > 0);
  const waits = service.operations.some(isPolled) ? "waits, " : "";
  return `${header(service)}
${printNamed("import", ["createMock as create"], runtime)}\
${printNamed("import type", ["Answers", "Mock", "MockOptions", "Scripts"], runtime)}\
import type * as own from "./client.ts";
import { documented } from "./documented.ts";
import { operations } from "./all-operations.ts";
import { service } from "./service.ts";
${waits && 'import { waits } from "./waiting.ts";\n'}
${printNamed("export", functions, runtime)}\
${printNamed("export type", types, runtime)}
${codes.length > 0 ? `/** Where the bodies of errors have their code. */\ntype Code = ${codes.map(printSteps).join(" | ")};\n\n` : ""}\
${usual}\
/** What each operation can be scripted to answer: what is documented of it. */
export interface ${typeName}Mocks {
${members}}

/**
 * Makes a mock of ${title}, for tests: its \`fetch\` is for \`createClient\`, its \`handlers\` are for MSW.
 *
 * @param scripts - by operation: one step for every request, or several, of which the last goes on for ever
 * @throws TypeError if a script asks for what is not documented.
 * @example
${example(service)}\
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

function printSteps(pointer: string): string {
  const steps = pointer.slice(1).split("/");
  return `readonly ${JSON.stringify(steps)}`;
}
