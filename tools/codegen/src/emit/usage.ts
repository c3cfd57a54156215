import { authFactory } from "../describe/auth-factory.ts";
import { describeLongRunning, errorCode, isPolled } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import type { Response } from "../describe/responses.ts";
import type { Service } from "../describe/service.ts";
import { printAccess } from "../print/access.ts";
import { printExampleCall } from "../print/call.ts";
import { needsSigner, printCreation } from "../print/creation.ts";
import { header } from "../print/header.ts";
import type { Edition } from "./edition.ts";

/** test/usage.ts: the README's example, so that it is type-checked. */
export function emitUsage({ service }: Edition): string {
  return `${header(service)}\n${usageExample(service)}`;
}

/** How the client is used: authenticated, called once, and the result told apart by status and by code. */
export function usageExample(service: Service): string {
  // What people come for: how it went.
  const polled = service.operations.filter(isPolled);
  const operation = polled.find(tellsOfOne) ?? polled[0] ?? service.operations[0];
  if (!operation) return "";
  const [scheme] = Object.values(service.securitySchemes);
  const names = [...(scheme ? [authFactory(scheme)] : []), "createClient"].join(", ");
  return `import { ${names} } from "${service.packageName}";

${needsSigner(service) ? signer : ""}const ${service.variableName} = ${printCreation(service)};

const result = await ${printExampleCall(service.variableName, operation)};
${branches(operation)}`;
}

function tellsOfOne(operation: Operation): boolean {
  return !describeLongRunning(operation).status?.path.includes("[]");
}

const signer = `// Yours: what follows the scheme in the Authorization header of this request.
declare function sign(request: Request): Promise<string>;

`;

function branches(operation: Operation): string {
  const successes = operation.responses.filter(({ ok }) => ok);
  const { status } = describeLongRunning(operation);
  const telling = successes.find(({ isSure, fields }) => isSure && status && fields.includes(status));
  const data = status && telling ? printAccess("result.data", status.path) : "result.data";
  const success = telling && successes.length > 1 ? `result.status === ${telling.status}` : "result.ok";
  const failure = tellingFailure(operation.responses);
  const condition = failure
    ? ` else if (${failureCondition(failure)}) {\n  console.log(result.error);\n}`
    : "";
  return `if (${success}) {
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
