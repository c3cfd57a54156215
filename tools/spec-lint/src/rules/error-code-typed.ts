import type { Finding, Rule } from "../finding.ts";
import { inBackticks, isObject, type JsonObject, listOf, sameValue } from "../json.ts";
import { type Path, toPointer } from "../json-pointer.ts";
import { type CodePlace, type CodeSite, codeDeclarations, codePlaces } from "../openapi/code-places.ts";
import { isError, responseBodiesOf } from "../openapi/response-bodies.ts";
import { schemasAt } from "../openapi/schemas-at.ts";
import { type OasObject, objectsNamed } from "../openapi/walk-objects.ts";
import { documentedValues } from "../schema/documented-values.ts";

const mark = "x-lro-error-code";

export const errorCodeTyped: Rule = {
  name: "error-code-typed",
  why: "A caller tells errors apart by their documented codes; a code that is not marked and typed in its response is any string.",
  check: ({ root }) => {
    const bodies = responseBodiesOf(root);
    const marked = objectsNamed(root, "Schema Object").filter(({ node }) => mark in node);
    const inErrors = codePlaces(root, bodies).map((place) =>
      codeDeclarations(root, bodies.filter(isError), place),
    );
    return [
      ...marked.flatMap((schema) => checkMarked(root, schema)),
      ...inErrors.flatMap((sites) => checkNarrowed(root, sites)),
      ...inErrors.flatMap((sites) => checkSharedUntyped(root, sites)),
    ];
  },
};

/** Whatever bears the mark is typed, and what it lists can be codes. (One that is listed twice: Redocly says so.) */
function checkMarked(root: JsonObject, { path, node }: OasObject): Finding[] {
  const finding = (at: Path, found: string, expected: string) => findingOf(CODE, at, found, expected);
  if (!isTyped(root, path)) return [finding(path, "an error code without a type", typedForms)];

  const codes = documentedValues(root, path);
  const odd = codes.filter(({ value }) => !isCode(value));
  const stray = successesOf(node).filter((value) => !codes.some((code) => sameValue(code.value, value)));
  return [
    ...odd.map(({ path, value }) => finding(path, `the code ${inBackticks(value)}`, codeForms)),
    ...(codes.length > 0 ? stray : []).map((value) => {
      const found = `${inBackticks(value)} as success, and not among the codes`;
      return finding([...path, mark, "success"], found, "a code that is listed");
    }),
  ];
}

const typedForms =
  "an enum, an open list of the documented codes, or `type: string` where none is documented";
const codeForms = "a non-empty string, or an integer";

/** An error response that has the code narrows it there: marked and typed, outside of what is shared. */
function checkNarrowed(root: JsonObject, sites: readonly CodeSite[]): Finding[] {
  const place = sites[0]?.place ?? CODE;
  const finding = (at: Path, found: string, expected: string) => findingOf(place, at, found, expected);
  return [...new Set(sites.map(({ body }) => body))].flatMap((body) => {
    const own = sites.filter((site) => site.body === body && !site.isShared);
    if (own.some(({ node }) => mark in node)) return [];

    const name = nameOf(sites);
    const unmarked = own.find(({ path }) => isTyped(root, path)) ?? own[0];
    if (unmarked) return [finding(unmarked.path, `${name} without ${mark}`, `${mark} on it`)];
    const expected = "it narrowed to the codes that are documented for this status";
    return [finding(body.schema, `${name} as a shared schema has it`, expected)];
  });
}

/** A type in the shared schema would swallow the codes: `"A" | string` beside `string` is `string`. */
function checkSharedUntyped(root: JsonObject, sites: readonly CodeSite[]): Finding[] {
  const shared = sites.filter(({ isShared, path }) => isShared && isTyped(root, path));
  const places = new Map(shared.map(({ path }) => [toPointer(path), path]));
  const found = `${nameOf(sites)} typed in a schema that responses share`;
  return [...places.values()].map((path) =>
    findingOf(sites[0]?.place ?? CODE, path, found, "no type there, since each response narrows it"),
  );
}

function isTyped(root: JsonObject, path: Path): boolean {
  return schemasAt(root, path).some(({ node }) => "type" in node || "enum" in node || "const" in node);
}

function isCode(value: string | number): boolean {
  return typeof value === "string" ? value !== "" : Number.isInteger(value);
}

function successesOf(node: JsonObject): readonly unknown[] {
  const value = node[mark];
  return isObject(value) ? listOf(value.success) : [];
}

function nameOf(sites: readonly CodeSite[]): string {
  return `\`${sites[0]?.place.join(".")}\``;
}

const CODE: CodePlace = ["code"];

function findingOf(place: CodePlace, at: Path, found: string, expected: string): Finding {
  return { at, found, expected, example: exampleFor(place) };
}

/** How a response narrows the code: with all the members that lead to it. */
function exampleFor(place: CodePlace): string {
  const [first, ...rest] = schemaOf(place);
  return [
    "schema:",
    "  allOf:",
    `    - $ref: "#/components/schemas/Error"   # leaves ${place.join(".")} untyped`,
    `    - ${first}`,
    ...rest.map((line) => `      ${line}`),
  ].join("\n");
}

function schemaOf([member, ...below]: CodePlace): string[] {
  if (member === undefined)
    return ["anyOf: [{ const: JobNotFound }, { type: string }]", "x-lro-error-code: true"];
  const inner = schemaOf(below);
  if (member === "*") return ["type: array", "items:", ...inner.map((line) => `  ${line}`)];
  return ["type: object", "properties:", `  ${member}:`, ...inner.map((line) => `    ${line}`)];
}
