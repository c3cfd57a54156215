import type { Document } from "../document/document.ts";
import { isSuccess } from "../document/documented-response.ts";
import { isObject, type Json } from "../document/json.ts";
import type { Pointer } from "../document/pointer.ts";
import { coerce, typesOf } from "../schema/coerce.ts";
import { documentedMembers } from "../schema/documented-members.ts";
import { explainErrors } from "../schema/explain-errors.ts";
import { matchesMediaType } from "../wire/media-type.ts";
import { type Finding, fail, pass, vacuous } from "./finding.ts";
import { askedSample, sampleCoverage } from "./sample-coverage.ts";
import type { Body, Subject } from "./subject.ts";

/** The body is what the schema documents, all of it documented, and enough of it to prove something. */
export function checkResponseSchema(subject: Subject): Finding[] {
  const { body, mediaType, exchange, documented } = subject;
  if (!exchange.response || !mediaType) return [];
  // RFC 9110 §9.3.2: the answer to a HEAD has no content.
  if (exchange.request.method === "HEAD") return [];
  if (body.kind === "other") return checkText(subject);
  if (body.kind === "none" && documented?.bodyOptional) return [];
  if (body.kind === "none") return [fail(`a body of ${mediaType.type}`, "an empty body")];
  if (body.kind === "broken") return [fail("a JSON text", body.problem)];
  const findings = [
    ...checkDuplicates(body),
    ...checkAgainstSchema(subject, body),
    ...checkSubstance(subject, body),
  ];
  return findings.length > 0 ? findings : [pass(`a body of ${mediaType.type}`, "as documented")];
}

// A scalar is documented of plain text as of a header: what the text stands for is judged.
function checkText({ document, validators, mediaType, exchange: { response } }: Subject): Finding[] {
  const { schema, type } = mediaType ?? {};
  const received = response?.headers.get("content-type") ?? "";
  if (schema === undefined || !response || !matchesMediaType(received, PLAIN)) return [];
  const validate = validators.get(schema);
  if (!typesOf(document.root, schema).some((type) => SCALARS.has(type))) return [];
  // Whoever writes text ends it with a line end as a rule.
  const text = new TextDecoder().decode(response.body).replace(/\r?\n$/, "");
  const value = coerce(document.root, schema, text);
  if (!validate || validate(value)) return [];
  return explainErrors(document.root, schema, value, validate.errors ?? []).map(
    ({ at, expected, received: got }) => fail(`${type}: ${expected}`, got, at),
  );
}

const PLAIN = "text/plain";
const SCALARS: ReadonlySet<Json> = new Set(["string", "integer", "number", "boolean"]);

type JsonBody = Extract<Body, { kind: "json" }>;

// RFC 8259 §4: what a receiver makes of a name that stands twice is unpredictable.
function checkDuplicates({ duplicates }: JsonBody): Finding[] {
  return duplicates.map((pointer) => fail("each member once", "a member that stands twice", pointer));
}

function checkAgainstSchema({ document, validators, mediaType }: Subject, { value }: JsonBody): Finding[] {
  const schema = mediaType?.schema;
  const validate = schema && validators.get(schema);
  if (!validate || validate(value)) return [];
  return explainErrors(document.root, schema, value, validate.errors ?? []).map(
    ({ at, expected, received }) => fail(expected, received, at),
  );
}

// Most pages declare no member required, so that `{}` breaks no schema. A success that shows fewer than half
// of the members of the documented sample proves nothing.
function checkSubstance(subject: Subject, { value }: JsonBody): Finding[] {
  const { document, testCase, exchange, mediaType } = subject;
  const claimsSuccess = isSuccess(exchange.response?.status ?? 0) && testCase.code === undefined;
  if (!claimsSuccess) return [];
  const sample = askedSample(subject) ?? mediaType?.examples[0]?.value;
  if (sample === undefined) return checkAnySubstance(document, mediaType?.schema, value);
  const { shown, documented } = sampleCoverage(sample, value);
  if (shown * 2 >= documented) return [];
  return [vacuous(`at least half of the ${documented} members of the documented sample`, `${shown} of them`)];
}

// Without a sample nobody knows how much is usual; but a body that shows no documented member at all is empty.
function checkAnySubstance({ root }: Document, schema: Pointer | undefined, value: Json): Finding[] {
  if (schema === undefined || !isObject(value)) return [];
  const members = [...documentedMembers(root, schema).keys()];
  if (members.length === 0 || members.some((name) => Object.hasOwn(value, name))) return [];
  return [vacuous(`some of the documented members ${members.join(", ")}`, "none of them")];
}
