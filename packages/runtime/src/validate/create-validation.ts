import type { Validation } from "../client-options.ts";
import type { Finding, MalformedBody } from "../malformed-body.ts";
import { isJson } from "../media-type.ts";
import type { OperationDescription } from "../operation-description.ts";
import { documentedStatus } from "../read/documented-kind.ts";
import { createJudge } from "./judge.ts";
import type { ResponseSchemas } from "./schema.ts";

/** `off`: bodies are not looked at. `report`: the listener is told. `strict`: the result is malformed besides. */
export type ValidationMode = "off" | "report" | "strict";

/** Told of one place where a body is not what is documented of it. What it throws is dropped. */
export type FindingListener = (
  finding: Finding,
  answer: {
    /** The `operationId`. */
    readonly operation: string;
    /** The HTTP status. */
    readonly status: number;
  },
) => void;

/**
 * Holds what arrives against what is documented of it; the option `validation` of a client.
 *
 * @param text - `ResponseSchemas`, as JSON: what nobody validates by is not even parsed
 * @throws TypeError if there is no such mode, or if nobody is there to be reported to.
 * @example
 * const validation = createValidation(text, "report", ({ at, expected }) => console.warn(at, expected));
 * const client = createClient(service, operations, { validation });
 */
export function createValidation(
  text: string,
  mode: ValidationMode,
  listener?: FindingListener,
): Validation | undefined {
  checkMode(mode, listener);
  if (mode === "off") return undefined;
  const { operations, schemas } = JSON.parse(text) as ResponseSchemas;
  const judge = createJudge(schemas);
  return (operation, response, body) => {
    const status = documentedStatus(operation, response.status) ?? "";
    const [, schema] =
      Object.entries(operations[operation.id] ?? {}).find(([all]) => all.split(" ").includes(status)) ?? [];
    if (schema === undefined || !wasReadAsJson(operation, status, response, body)) return undefined;
    const findings = judge(schema, body);
    if (findings.length === 0) return undefined;
    const answer = { operation: operation.id, status: response.status };
    for (const finding of findings) tell(listener, finding, answer);
    return mode === "strict" ? toMalformed(response, body, findings) : undefined;
  };
}

function checkMode(mode: ValidationMode, listener: FindingListener | undefined): void {
  if (!["off", "report", "strict"].includes(mode)) {
    throw new TypeError(
      `There is no validation ${JSON.stringify(mode)}. There are: "off", "report", "strict".`,
    );
  }
  if (mode !== "report" || typeof listener === "function") return;
  throw new TypeError(
    'validation("report") has nobody to report to. Example: validation("report", (finding) => console.warn(finding)).',
  );
}

/** Schemas are of JSON: not of a body that need not come, nor of what came as something else that is documented too. */
function wasReadAsJson(
  { responses }: OperationDescription,
  status: string,
  { headers }: Response,
  body: unknown,
): boolean {
  if (body === undefined) return false;
  const kind = responses[status];
  return kind === "json" || kind === "json?" || isJson(headers.get("content-type") ?? "");
}

/** A listener that throws, now or later, must not break the call that it watches. */
function tell(listener: FindingListener | undefined, ...told: Parameters<FindingListener>): void {
  (async () => listener?.(...told))().catch(() => {});
}

function toMalformed({ headers }: Response, body: unknown, findings: readonly Finding[]): MalformedBody {
  const mediaType = headers.get("content-type") ?? "";
  return { reason: "invalid", mediaType, text: toText(body), findings };
}

/** What can be parsed may still be nested too deep to be written. */
function toText(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch {
    return "";
  }
}
