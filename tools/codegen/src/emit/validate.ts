import { describeValidation } from "../describe/validation.ts";
import { header } from "../print/header.ts";
import type { Edition } from "./edition.ts";

/** src/validate.ts: what is documented and was observed of the bodies that arrive, and what holds them against it. */
export function emitValidate({ service }: Edition): string {
  const { title, variableName, spec } = service;
  return `${header(service)}
import {
  createValidation,
  type FindingListener,
  type Validation,
  type ValidationMode,
} from "@settled/runtime/validate";

export type { Finding, FindingListener, Validation, ValidationMode } from "@settled/runtime/validate";

/**
 * The option \`validation\` of a client or a connection: holds the JSON that arrives against what is documented, or was
 * seen besides, of ${title}.
 *
 * A member that no schema names is nothing wrong, nor is a value that an open list does not name. A value that a closed
 * list does not name is. Each answer is judged, of each attempt and of each poll; of a call by way of \`http\`, errors
 * alone.
 *
 * @param mode - \`off\`: nothing is looked at. \`report\`: \`listener\` is told of each finding, and the result stays as it
 *   is. \`strict\`: the result is an error besides, of the status \`"malformed"\` and the reason \`"invalid"\`.
 * @param listener - told of each finding, up to a hundred in one body. What it throws is dropped. A finding holds no
 *   secret: what was received is told by its kind; by its value only if that is short, a list of values or bounds are
 *   documented there, and its name is not one of a secret.
 * @throws TypeError if there is no such mode, or if nobody is there to be reported to.
 * @example
 * const ${variableName} = createClient({
 *   validation: validation("report", ({ at, expected, received }, { operation, status }) =>
 *     console.warn(operation, status, at, expected, received),
 *   ),
 * });
 */
export function validation(mode: "off" | "strict", listener?: FindingListener): Validation | undefined;
export function validation(mode: ValidationMode, listener: FindingListener): Validation | undefined;
export function validation(mode: ValidationMode, listener?: FindingListener): Validation | undefined {
  return createValidation(schemas, mode, listener);
}

// As text, which costs nothing until it is parsed: by operation and status the position of a schema, and the schemas.
const schemas = ${printTable(describeValidation(spec))};
`;
}

/** JSON, an operation or a schema a line, so that a change of one shows as one. */
function printTable({ operations, schemas }: ReturnType<typeof describeValidation>): string {
  const statuses = Object.entries(operations).map(
    ([id, map]) => `${JSON.stringify(id)}:${JSON.stringify(byPosition(map))}`,
  );
  const rows = schemas.map((row) => JSON.stringify(row));
  const lines = ['{"operations":{', ...withCommas(statuses), '},"schemas":[', ...withCommas(rows), "]}"];
  return `\n${lines.map((line) => `  ${printText(line)}`).join(" +\n")}`;
}

/** The statuses of which answers have the same schema stand together: `400 403 404`. */
function byPosition(map: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const positions = [...new Set(Object.values(map))];
  const statuses = (position: number) => Object.keys(map).filter((status) => map[status] === position);
  return Object.fromEntries(positions.map((position) => [statuses(position).join(" "), position]));
}

function withCommas(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index < lines.length - 1 ? `${line},` : line));
}

/** In single quotes, as JSON is full of the others. */
function printText(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
