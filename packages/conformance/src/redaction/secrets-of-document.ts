import type { Document } from "../document/document.ts";
import { isObject, type Json, listOf } from "../document/json.ts";
import { walkObjects } from "../document/walk-objects.ts";

/** What a document says of where its secrets are. */
export interface DocumentSecrets {
  /** Names of headers, parameters and members whose values are secret, in lower case. */
  readonly names: ReadonlySet<string>;
  /** Where a login's answer has the token. */
  readonly tokens: readonly TokenPlace[];
}

/** A token in the answer to one operation. */
type TokenPlace =
  | { readonly operation: string; readonly in: "header"; readonly name: string }
  | { readonly operation: string; readonly in: "body"; readonly pointer: string };

/**
 * The secrets that a document knows of: the keys of its security schemes, the headers that carry a temporary access
 * key, the tokens of its logins (`x-session`), the members of the format `password`, and the wrappers of secret
 * values (`x-value-kind`).
 */
export function secretsOfDocument({ root, securitySchemes }: Document): DocumentSecrets {
  const names = new Set<string>();
  const tokens: TokenPlace[] = [];
  for (const scheme of Object.values(securitySchemes)) {
    if (scheme.type === "apiKey") add(scheme.name);
    if (scheme.type === "http" && scheme.signature) {
      add(scheme.signature.securityToken);
      if (scheme.signature.temporaryKeyId) add(scheme.signature.temporaryKeyId);
    }
  }
  walkObjects(root, (object) => {
    for (const login of listOf(object["x-session"])) tokens.push(...tokenPlace(login));
    if (!isObject(object.properties)) return;
    for (const [name, schema] of Object.entries(object.properties)) {
      if (isObject(schema) && isSecretSchema(schema)) add(name);
    }
  });
  walkObjects(root, ({ name, in: place, schema }) => {
    if (typeof name === "string" && place !== undefined && isObject(schema) && isSecretSchema(schema))
      add(name);
  });
  for (const token of tokens) if (token.in === "header") add(token.name);
  return { names, tokens };

  function add(name: string): void {
    names.add(name.toLowerCase());
  }
}

function isSecretSchema({ format, "x-value-kind": kind }: { [keyword: string]: Json }): boolean {
  return format === "password" || (isObject(kind) && kind.kind === "secret");
}

// The last operation of a login answers with the token.
function tokenPlace(login: Json): TokenPlace[] {
  if (!isObject(login)) return [];
  const operation = String(login.then ?? login.login);
  const [, place, rest] = /^\$response\.(header\.|body#)(.+)$/.exec(String(login.token)) ?? [];
  if (rest === undefined) return [];
  if (place === "header.") return [{ operation, in: "header", name: rest }];
  return [{ operation, in: "body", pointer: `#${rest}` }];
}
