import type { Finding } from "../finding.ts";
import { isObject, type JsonObject, listOf } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { bodySchema } from "../openapi/argument-sites.ts";
import { linksOf } from "../openapi/links-of.ts";
import { type Operation, parametersOf } from "../openapi/operations-of.ts";
import { bodiesOf, successBodiesOf } from "../openapi/response-bodies.ts";
import { bearsKeyword, marksBelow } from "../openapi/schemas-at.ts";
import { checkArguments, checkMembers, checkRequired } from "./check-arguments.ts";
import { checkExpression } from "./check-expression.ts";
import { checkOperationId, type Operations } from "./check-operation-id.ts";
import { expressionsIn } from "./expressions-in.ts";
import { unknownName } from "./unknown-name.ts";

/**
 * The links of an operation (OAS 3.1.1 §4.8.20) lead to operations of this document, with arguments that these have,
 * from places that are documented. What is linked by `operationRef` is none of ours: it may stand in another document.
 */
export function checkLinks(root: JsonObject, operation: Operation, operations: Operations): Finding[] {
  return linksOf(root, operation).flatMap(({ path, node, response }) => {
    const exchange = { operation, responses: [response] };
    const target = operations.get(String(node.operationId));
    if (!target) return checkOperationId([...path, "operationId"], node.operationId, operations);
    return [
      ...checkTarget(root, path, node, target),
      ...["parameters", "requestBody"].flatMap((field) =>
        expressionsIn(node[field], [...path, field]).flatMap(({ at, text }) =>
          checkExpression(root, at, text, exchange),
        ),
      ),
      ...["x-lro-cancel", "x-lro-answer"].flatMap((keyword) =>
        node[keyword] ? checkPolled(root, [...path, keyword], response) : [],
      ),
      ...checkValues(root, [...path, "x-lro-values"], node["x-lro-values"], target),
    ];
  });
}

function checkTarget(root: JsonObject, path: Path, link: JsonObject, target: Operation): Finding[] {
  const given = isObject(link.parameters) ? link.parameters : {};
  // A name may be qualified by its place: `path.jobId`.
  const qualified = new Map(parametersOf(root, target).map((one) => [`${one.in}.${one.name}`, one.name]));
  const plain = Object.fromEntries(Object.entries(given).filter(([name]) => !qualified.has(name)));
  const body = link.requestBody;
  const names = [
    ...Object.keys(given).map((name) => qualified.get(name) ?? name),
    ...(body === undefined ? [] : ["body", ...Object.keys(isObject(body) ? body : {})]),
  ];
  return [
    ...checkArguments(root, [...path, "parameters"], plain, target),
    ...checkMembers(root, [...path, "requestBody"], body, [bodySchema(root, target)?.schema ?? []]),
    ...checkRequired(root, [...path, "operationId"], names, target),
  ];
}

/** The values of a start are of the states, as the status of what is polled has them. */
function checkValues(root: JsonObject, at: Path, values: unknown, target: Operation): Finding[] {
  if (!isObject(values)) return [];
  const marks = successBodiesOf(root, target.path).flatMap(({ schema }) =>
    marksBelow(root, schema, "x-lro-status").filter(isObject),
  );
  return Object.entries(values).flatMap(([state, value]) => {
    const known = marks.flatMap((mark) => listOf(mark[state]));
    if (known.includes(value)) return [];
    return [unknownName([...at, state], String(value), known.map(String), `a value of \`${state}\``)];
  });
}

function checkPolled(root: JsonObject, at: Path, response: Path): Finding[] {
  const isPolled = bodiesOf(root, response, "").some(({ schema }) =>
    bearsKeyword(root, schema, "x-lro-status"),
  );
  if (isPolled) return [];
  return [
    {
      at,
      found: "a response without a status",
      expected: "a response whose schema marks the status of an operation with x-lro-status",
      example: "x-lro-status: { running: [RUNNING], succeeded: [DONE] }",
    },
  ];
}
