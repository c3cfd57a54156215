import { errorCode } from "../describe/error-code.ts";
import { exampleOperation } from "../describe/example-operation.ts";
import { describeLongRunning } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import type { Response } from "../describe/responses.ts";
import type { Service } from "../describe/service.ts";
import { listedCodes, type UsualCodes, usualCodes } from "../describe/usual-codes.ts";
import { printAccess } from "../print/access.ts";
import { printExampleCall } from "../print/call.ts";
import { printCreation } from "../print/creation.ts";
import { printFirstCredential } from "../print/credential.ts";
import type { Example } from "../print/example.ts";

/** How the client is used: authenticated, called once, and the result told apart by status and by code. */
export function usageExample(service: Service): Example {
  const operation = exampleOperation(service.operations);
  const credential = printFirstCredential(service);
  const call = operation
    ? `\nconst result = await ${printExampleCall(service.variableName, operation)};\n${branches(operation, knowCodes(service.operations))}`
    : "";
  return {
    imports: ["createClient", ...(credential?.factories ?? [])].sort(),
    code: `const ${service.variableName} = ${printCreation(service)};\n${call}`,
  };
}

function branches(operation: Operation, codes: Codes): string {
  const successes = operation.responses.filter(({ ok }) => ok);
  const { status } = describeLongRunning(operation);
  const telling = successes.find(
    ({ isSure, kind, fields }) => (isSure || kind === "json?") && status && fields.includes(status),
  );
  const data = status && telling ? printAccess("result.data", status.path, telling.isSure) : "result.data";
  const exact = telling && successes.length > 1 ? ` && result.status === ${telling.status}` : "";
  const failure = tellingFailure(operation.responses, codes);
  const condition = failure
    ? ` else if (${failureCondition(failure, codes)}) {\n  console.log(result.error);\n}`
    : "";
  return `if (result.ok${exact}) {
  console.log(${data});
}${condition} else {
  console.log(result.status, result.error);
}
`;
}

/** The failure that shows most: one with a code that not most operations have, of these the 404, or else the 403. */
function tellingFailure(responses: readonly Response[], codes: Codes): Response | undefined {
  const exact = responses.filter(({ ok, status }) => !ok && /^\d{3}$/.test(status));
  const own = exact.filter((response) => ownCode(response, codes) !== undefined);
  const candidates = own.length > 0 ? own : exact;
  const first = ["404", "403"].flatMap((status) => candidates.filter((one) => one.status === status));
  return first[0] ?? candidates[0];
}

/** What is known of the codes of all operations: which most have, and how many list each. */
interface Codes {
  readonly usual: UsualCodes;
  readonly counts: ReadonlyMap<string | number, number>;
}

function knowCodes(operations: readonly Operation[]): Codes {
  const all = operations.flatMap(({ responses }) => responses.flatMap(listedCodes));
  const counts = new Map([...Map.groupBy(all, (code) => code)].map(([code, same]) => [code, same.length]));
  // Of one or two codes, each tells something of its status.
  const usual = new Map([...usualCodes(operations)].filter(([, codes]) => codes.length > 2));
  return { usual, counts };
}

/** The rarest code of an answer whose body is sure to have one, if it is not usual. */
function ownCode(response: Response, { usual, counts }: Codes): string | number | undefined {
  if (!response.isSure) return undefined;
  const own = listedCodes(response).filter((code) => !usual.get(response.status)?.includes(code));
  return own.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))[0];
}

function failureCondition(response: Response, codes: Codes): string {
  const field = errorCode(response.fields);
  const value = ownCode(response, codes);
  const status = `result.status === ${response.status}`;
  if (!field || value === undefined) return status;
  return `${status} && ${printAccess("result.error", field.path)} === ${JSON.stringify(value)}`;
}
