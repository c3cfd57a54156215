import type { Finding, Rule } from "../finding.ts";
import { inBackticks, isObject, type JsonObject, listOf } from "../json.ts";
import { type CodePlace, codePlaces, declarationsAt } from "../openapi/code-places.ts";
import { namedExamples } from "../openapi/examples-of.ts";
import { type ResponseBody, responseBodiesOf } from "../openapi/response-bodies.ts";
import { schemasAt } from "../openapi/schemas-at.ts";
import { documentedValues } from "../schema/documented-values.ts";

export const exampleNamedByCode: Rule = {
  name: "example-named-by-code",
  why: "An example that is named after an error code becomes the mock answer for that code, and the test that expects it.",
  check: ({ root }) => {
    const bodies = responseBodiesOf(root);
    const places = codePlaces(root, bodies);
    const codes = new Set(bodies.flatMap((body) => places.flatMap((place) => codesOf(root, body, place))));
    return bodies.flatMap((body) =>
      places
        .filter((place) => declarationsAt(root, body.schema, place).length > 0)
        .flatMap((place) => checkBody(root, body, place, codes)),
    );
  },
};

function checkBody(
  root: JsonObject,
  body: ResponseBody,
  place: CodePlace,
  codes: ReadonlySet<string>,
): Finding[] {
  const listed = codesOf(root, body, place);
  return namedExamples(root, body.path, body.node).flatMap(({ name, path, value }) => {
    const carried = codeIn(value, place);
    const at = [...path, ...(carried === undefined ? [] : place)];
    if (codes.has(name) && carried !== name) {
      const found = carried === undefined ? "no code" : `the code ${inBackticks(carried)}`;
      const example = `${name}:\n  value: { ${place.at(-1)}: ${name} }`;
      return [
        {
          at,
          found: `${found}, in an example named ${inBackticks(name)}`,
          expected: inBackticks(name),
          example,
        },
      ];
    }
    if (carried === undefined || listed.includes(carried)) return [];
    const expected =
      listed.length > 0 ? `one of ${listed.map(inBackticks).join(", ")}` : "a list of the documented codes";
    const found = `the code ${inBackticks(carried)}, which this response does not list`;
    return [{ at, found, expected, example: `anyOf:\n  - const: ${carried}\n  - type: string` }];
  });
}

function codesOf(root: JsonObject, body: ResponseBody, place: CodePlace): string[] {
  return declarationsAt(root, body.schema, place).flatMap(({ path }) => {
    const marks = schemasAt(root, path).map(({ node }) => node["x-lro-error-code"]);
    const successes = marks.flatMap((mark) => (isObject(mark) ? listOf(mark.success) : []));
    return [...documentedValues(root, path).map(({ value }) => value), ...successes].map(String);
  });
}

// A list (`*`) may hold many codes, and its example is not named after one.
function codeIn(value: unknown, place: CodePlace): string | undefined {
  const code = place.reduce<unknown>(
    (node, name) => (isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined),
    value,
  );
  return typeof code === "string" || typeof code === "number" ? String(code) : undefined;
}
