import { errorCode } from "../describe/error-code.ts";
import { exampleOperation } from "../describe/example-operation.ts";
import { describeLongRunning } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import type { Response } from "../describe/responses.ts";
import type { Service } from "../describe/service.ts";
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
    ? `\nconst result = await ${printExampleCall(service.variableName, operation)};\n${branches(operation)}`
    : "";
  return {
    imports: ["createClient", ...(credential ? [credential.factory] : [])].sort(),
    code: `const ${service.variableName} = ${printCreation(service)};\n${call}`,
  };
}

function branches(operation: Operation): string {
  const successes = operation.responses.filter(({ ok }) => ok);
  const { status } = describeLongRunning(operation);
  const telling = successes.find(({ isSure, fields }) => isSure && status && fields.includes(status));
  const data = status && telling ? printAccess("result.data", status.path) : "result.data";
  const exact = telling && successes.length > 1 ? ` && result.status === ${telling.status}` : "";
  const failure = tellingFailure(operation.responses);
  const condition = failure
    ? ` else if (${failureCondition(failure)}) {\n  console.log(result.error);\n}`
    : "";
  return `if (result.ok${exact}) {
  console.log(${data});
}${condition} else {
  console.log(result.status, result.error);
}
`;
}

/** The failure that shows most: one with documented codes, and of these the 404. */
function tellingFailure(responses: readonly Response[]): Response | undefined {
  const exact = responses.filter(({ ok, status }) => !ok && /^\d{3}$/.test(status));
  const coded = exact.filter(({ isSure, fields }) => isSure && errorCode(fields)?.values);
  const candidates = coded.length > 0 ? coded : exact;
  return candidates.find(({ status }) => status === "404") ?? candidates[0];
}

function failureCondition({ status, fields, isSure }: Response): string {
  const code = isSure ? errorCode(fields) : undefined;
  const [value] = code?.values?.values ?? [];
  if (!code || value === undefined) return `result.status === ${status}`;
  return `result.status === ${status} && ${printAccess("result.error", code.path)} === ${JSON.stringify(value)}`;
}
