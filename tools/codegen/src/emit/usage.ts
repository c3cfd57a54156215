import { authFactory } from "../describe/auth-factory.ts";
import { describeLongRunning, errorCode } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import type { Response } from "../describe/responses.ts";
import type { Service } from "../describe/service.ts";
import { printAccess } from "../print/access.ts";
import { printCall, shownArguments } from "../print/call.ts";
import { needsSigner, printCreation } from "../print/creation.ts";
import { header } from "../print/header.ts";
import type { Edition } from "./edition.ts";

/** test/usage.ts: the README's example, so that it is type-checked. */
export function emitUsage({ service }: Edition): string {
  return `${header(service)}\n${usageExample(service)}`;
}

/** How the client is used: authenticated, called once, and the result told apart by status and by code. */
export function usageExample(service: Service): string {
  const [operation] = service.operations;
  if (!operation) return "";
  const [scheme] = Object.values(service.securitySchemes);
  const names = [...(scheme ? [authFactory(scheme)] : []), "createClient"].join(", ");
  return `import { ${names} } from "${service.packageName}";

${needsSigner(service) ? signer : ""}const ${service.variableName} = ${printCreation(service)};

const result = await ${printCall(service.variableName, operation, shownArguments(operation))};
${branches(operation)}`;
}

const signer = `// Yours: what follows the scheme in the Authorization header of this request.
declare function sign(request: Request): Promise<string>;

`;

function branches(operation: Operation): string {
  const { status } = describeLongRunning(operation);
  const data = status ? printAccess("result.data", status.path) : "result.data";
  const failure = tellingFailure(operation.responses);
  const condition = failure
    ? ` else if (${failureCondition(failure)}) {\n  console.log(result.error);\n}`
    : "";
  return `if (result.ok) {
  console.log(${data});
}${condition} else {
  console.log(result.status, result.error);
}
`;
}

/** The failure that shows most: one with documented codes, and of these the 404. */
function tellingFailure(responses: readonly Response[]): Response | undefined {
  const exact = responses.filter(({ ok, status }) => !ok && /^\d{3}$/.test(status));
  const coded = exact.filter(({ fields }) => errorCode(fields)?.values);
  const candidates = coded.length > 0 ? coded : exact;
  return candidates.find(({ status }) => status === "404") ?? candidates[0];
}

function failureCondition({ status, fields }: Response): string {
  const code = errorCode(fields);
  const [value] = code?.values?.values ?? [];
  if (!code || value === undefined) return `result.status === ${status}`;
  return `result.status === ${status} && ${printAccess("result.error", code.path)} === ${JSON.stringify(value)}`;
}
