import type { Document } from "../../document/document.ts";
import { signatureFields } from "../../signature/signature-fields.ts";
import type { SignedScheme } from "../../signature/signature-rules.ts";
import type { Field } from "../../wire/serialize.ts";
import type { Violation } from "../violation.ts";

/** How many are told. */
const LIMIT = 20;

const remembered = new WeakMap<Document, ReadonlySet<string>>();

/** The fields that nothing documents, each told once. */
export function unknownParameters(
  document: Document,
  label: string,
  documented: readonly { readonly name: string }[],
  strangers: readonly Field[],
): Violation[] {
  if (strangers.length === 0) return [];
  const tolerated = toleratedFields(document);
  const names = new Set(strangers.map(([name]) => name).filter((name) => !tolerated.has(name)));
  const known = documented.map(({ name }) => name).join(", ");
  const expected = known === "" ? `no ${label}` : `one of ${known}`;
  return [...names].slice(0, LIMIT).map((name) => ({
    mistake: "parameterUnknown",
    at: `${label} ${name}`,
    name,
    expected,
    received: name,
  }));
}

/** The fields of a query or a form that belong to no operation: credentials, a signature, the operation's own name. */
function toleratedFields(document: Document): ReadonlySet<string> {
  const names = remembered.get(document) ?? new Set(collect(document));
  remembered.set(document, names);
  return names;
}

function collect({ rpc, securitySchemes }: Document): string[] {
  const credentials = Object.values(securitySchemes).flatMap((scheme) => {
    if (scheme.type === "apiKey") return scheme.in === "query" ? [scheme.name] : [];
    const isSigned = scheme.type === "http" && scheme.signature !== undefined;
    return isSigned ? signatureFields(scheme as SignedScheme) : [];
  });
  const { query } = rpc ?? {};
  return query ? [...credentials, query.operation, query.version, ...query.common] : credentials;
}
