import { createCases, mainCase } from "../cases/create-cases.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document, Parameter } from "../document/document.ts";
import { isRead } from "../document/is-read.ts";
import { isObject, type Json } from "../document/json.ts";
import type { Mistake } from "../sandbox/violation.ts";
import { readLinks } from "../sandbox/world/links.ts";
import { MALFORMED } from "../sandbox/world/nobodys-id.ts";
import { createNegative } from "./create-negative.ts";
import { idParameter, unknownId } from "./id-parameter.ts";
import type { NegativeCase } from "./negative-case.ts";
import { signedWrongly, withoutCredentials } from "./negative-credentials.ts";
import { admitsEmpty, boundedMembers, outOfRange } from "./negative-values.ts";

const UNKNOWN: readonly Mistake[] = ["notFound"];
const MALFORMED_ID: readonly Mistake[] = ["parameterInvalid", "notFound"];
const INVALID: readonly Mistake[] = ["parameterInvalid"];
const INVALID_BODY: readonly Mistake[] = ["bodyInvalid"];

/**
 * Requests that are wrong on purpose, one mistake at a time, for the reads of a document. Where the document does not
 * say how such a mistake is answered, there is none. The same document makes the same ones.
 *
 * Wrong credentials are shown once for each way to authenticate, and never with the name of a real user: services lock
 * out those who guess. Of an access key, whose secret nobody guesses, the real id is shown with a wrong signature.
 *
 * @param signs whether there is an access key, to be used wrongly
 */
export function negativeCases(
  document: Document,
  given: Readonly<Record<string, string>> = {},
  signs = false,
): NegativeCase[] {
  const cases = createCases(document, given, "required");
  const links = readLinks(document);
  const shown = new Set<string>();
  return document.operations.flatMap((operation) => {
    const main = mainCase(cases, operation);
    if (!main || !isRead(document, operation)) return [];
    const id = idParameter(document, main, links);
    return [
      ...withoutCredentials(document, main, shown),
      ...(signs ? signedWrongly(document, main, shown) : []),
      ...(id ? aboutId(document, main, id) : []),
      ...aboutNumbers(document, main),
      ...aboutNumbersInBody(document, main),
      ...aboutEmptyText(document, main),
    ];
  });
}

function aboutId(document: Document, main: TestCase, parameter: Parameter): NegativeCase[] {
  const sample = main.arguments[parameter.in][parameter.name];
  if (sample === undefined) return [];
  const unknown = withValue(main, parameter, unknownId(document, parameter, sample));
  const malformed = withValue(main, parameter, MALFORMED);
  const { name } = parameter;
  return [
    ...createNegative(document, unknown, "unknown-id", `with an unknown ${name}`, UNKNOWN),
    ...createNegative(document, malformed, "malformed-id", `with a malformed ${name}`, MALFORMED_ID),
  ];
}

function aboutNumbers(document: Document, main: TestCase): NegativeCase[] {
  return main.operation.parameters.flatMap((parameter) => {
    const out = parameter.in === "path" ? undefined : outOfRange(document, parameter.schema);
    if (!out) return [];
    const label = `with ${parameter.name}=${out.value}, out of ${out.range}`;
    return createNegative(document, withValue(main, parameter, out.value), "out-of-range", label, INVALID);
  });
}

/** Of a read that is asked by a body. */
function aboutNumbersInBody(document: Document, main: TestCase): NegativeCase[] {
  const [media] = main.operation.requestBody?.content ?? [];
  const { value } = main.arguments.body ?? { value: {} };
  if (!isObject(value) || media?.schema === undefined) return [];
  const { schema, type } = media;
  return boundedMembers(document, schema).flatMap((name) => {
    const out = outOfRange(document, schema, name);
    if (!out) return [];
    const changed = { ...main.arguments, body: { type, value: { ...value, [name]: out.value } } };
    const label = `with ${name}=${out.value} in its body, out of ${out.range}`;
    return createNegative(document, { ...main, arguments: changed }, "out-of-range", label, INVALID_BODY);
  });
}

/** One for each operation: what is not documented is asked about, not searched for. */
function aboutEmptyText(document: Document, main: TestCase): NegativeCase[] {
  const parameter = main.operation.parameters.find((one) => admitsEmpty(document, one));
  if (!parameter) return [];
  const label = `with an empty ${parameter.name}`;
  return createNegative(document, withValue(main, parameter, ""), "empty-text", label, INVALID);
}

function withValue(main: TestCase, { in: place, name }: Parameter, value: Json): TestCase {
  const values = { ...main.arguments[place], [name]: value };
  return { ...main, arguments: { ...main.arguments, [place]: values } };
}
