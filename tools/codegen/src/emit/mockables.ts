import { exampleNames } from "../describe/example-names.ts";
import type { Field } from "../describe/fields.ts";
import { describeLongRunning, isPolled } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { listedCodes } from "../describe/usual-codes.ts";

/** What each operation can be scripted to answer, a member for each; and a name for what most answer besides. */
export function mockables(
  service: Service,
  hasCodes: boolean,
): { readonly usual: string; readonly members: string } {
  const all = service.operations.map((operation) => mockable(service, operation, hasCodes));
  const usual = usualOf(all.map(({ besides }) => besides));
  const type = `type Usual<Result, Names extends object> = { answers: Answers<Result, Names${usual}> };`;
  return {
    usual: usual === undefined ? "" : `/** What most operations answer besides. */\n${type}\n\n`,
    members: all.map((one) => printMockable(one, usual)).join(""),
  };
}

/** The parts of what one operation can be scripted to answer. */
interface MockableParts {
  readonly operation: Operation;
  /** Its result and, by status, the names of its examples. */
  readonly answers: string;
  /** The other statuses, and where codes stand. */
  readonly besides: string;
}

function mockable(service: Service, operation: Operation, hasCodes: boolean): MockableParts {
  const { typeName, responses } = operation;
  const named = responses.map((response) => {
    const codes = listedCodes(response).map(String);
    const names = exampleNames(service.spec, operation, response).filter((name) => !codes.includes(name));
    return { status: statusKey(response.status), names };
  });
  const examples = named.flatMap(({ status, names }) =>
    names.length > 0 ? [`${status}: ${names.map((name) => JSON.stringify(name)).join(" | ")}`] : [],
  );
  const others = named.flatMap(({ status, names }) => (names.length > 0 ? [] : [status]));
  const besides = [
    ...(others.length > 0 || hasCodes ? [others.join(" | ") || "never"] : []),
    ...(hasCodes ? ["Code"] : []),
  ];
  return {
    operation,
    answers: `own.${typeName}Result, ${examples.length > 0 ? `{ ${examples.join("; ")} }` : "{}"}`,
    besides: besides.map((part) => `, ${part}`).join(""),
  };
}

function printMockable({ operation, answers, besides }: MockableParts, usual: string | undefined): string {
  const poll = isPolled(operation) ? pollLines(operation) : [];
  const more = `{\n${poll.map((line) => `    ${line}\n`).join("")}  }`;
  if (besides === usual) {
    return `  ${operation.id}: Usual<${answers}>${poll.length > 0 ? ` & ${more}` : ""};\n`;
  }
  return `  ${operation.id}: ${more.replace("{\n", `{\n    answers: Answers<${answers}${besides}>;\n`)};\n`;
}

/** What most of them have, if it is worth a name. */
function usualOf(all: readonly string[]): string | undefined {
  const times = (text: string) => all.filter((other) => other === text).length;
  const [most] = all.toSorted((one, other) => times(other) - times(one));
  return most && times(most) > 5 ? most : undefined;
}

function pollLines(operation: Operation): string[] {
  const { status, progress, result, error } = describeLongRunning(operation);
  const poll = `own.${operation.typeName}Poll`;
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

/** A number where it is one: so that it can be asked for as one. */
function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : JSON.stringify(status);
}

function union(names: readonly string[]): string {
  return names.length > 0 ? names.map((name) => JSON.stringify(name)).join(" | ") : "never";
}
