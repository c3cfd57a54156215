import type { Credentials } from "../authentication/credentials.ts";
import type { Document } from "../document/document.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { valueAt } from "../document/pointer.ts";
import type { ReportCase } from "../report/report.ts";
import { credentialsFromEnvironment } from "../run/credentials.ts";
import { createRedactor, type Redactor } from "./create-redactor.ts";
import { isSecretName } from "./secret-names.ts";
import { type DocumentSecrets, secretsOfDocument } from "./secrets-of-document.ts";

const remembered = new WeakMap<JsonObject, DocumentSecrets>();

/**
 * A redactor of all that a document calls a secret, and of the values of credentials. A user's name is no secret; an
 * access key's id is one, since it says whose account it is.
 */
export function createRedactorOf(document: Document, credentials: readonly Credentials[] = []): Redactor {
  const secrets = credentials.flatMap(({ password, token, tokens = {}, accessKey, authorization }) => [
    password,
    token,
    ...Object.values(tokens),
    authorization,
    accessKey?.id,
    accessKey?.secret,
    accessKey?.securityToken,
  ]);
  return createRedactor({
    secrets: secrets.filter((secret) => secret !== undefined),
    names: secretsIn(document).names,
  });
}

/** The same, of the credentials that the environment holds: those of this command, and the vendor's (`x-environment`). */
export function createRedactorFromEnvironment(
  document: Document,
  given: readonly Credentials[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Redactor {
  const own = credentialsFromEnvironment(document, env);
  const redactor = createRedactorOf(document, [...given, ...(own ? [own] : [])]);
  for (const variable of secretVariables(document)) redactor.learn(env[variable] ?? "");
  return redactor;
}

/** The variables in which the vendor's own tools look for secrets. */
function secretVariables({ root }: Document): string[] {
  const schemes = valueAt(root, "#/components/securitySchemes");
  return Object.values(isObject(schemes) ? schemes : {}).flatMap((scheme) => {
    const parts = isObject(scheme) && isObject(scheme["x-environment"]) ? scheme["x-environment"] : {};
    return Object.entries(parts).flatMap(([part, variables]) =>
      isSecretName(part) && Array.isArray(variables) ? variables.map(String) : [],
    );
  });
}

// What is no word: a mock's token may well be `string`, and a report without that word could not be read.
const TOKEN = /^(?=.*\d).{8,}$/s;

/**
 * Teaches a redactor the token that a login answered with, which stands from then on in every request. It has eight
 * characters or more, a digit among them; another is known by its place alone.
 */
export function learnTokens(redactor: Redactor, document: Document, cases: readonly ReportCase[]): void {
  for (const { operation, response } of cases) {
    for (const place of secretsIn(document).tokens) {
      if (place.operation !== operation || !response) continue;
      const token =
        place.in === "header"
          ? response.headers.find(([name]) => name.toLowerCase() === place.name.toLowerCase())?.[1]
          : memberOf(response.body?.text ?? "", place.pointer);
      if (typeof token === "string" && TOKEN.test(token)) redactor.learn(token);
    }
  }
}

function secretsIn(document: Document): DocumentSecrets {
  const known = remembered.get(document.root) ?? secretsOfDocument(document);
  remembered.set(document.root, known);
  return known;
}

function memberOf(body: string, pointer: string): Json | undefined {
  try {
    return valueAt(JSON.parse(body) as Json, pointer);
  } catch {
    return undefined;
  }
}
