import type { Credentials } from "../authentication/credentials.ts";
import type { Document } from "../document/document.ts";
import { isObject } from "../document/json.ts";
import { objectAt } from "../document/navigate.ts";
import { below } from "../document/pointer.ts";
import { credentialsFromEnvironment } from "../run/credentials.ts";
import { roleOf } from "../sandbox/access/input-role.ts";
import { TeachingError } from "../teaching-error.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** A part of a scheme's credentials, and the variables that hold it: the first that is set wins. */
export interface Part {
  readonly scheme: string;
  readonly part: string;
  readonly variables: readonly string[];
}

/** What `SETTLED_*` variables there are, and what each is for, whatever the document. */
export const OWN_VARIABLES: Readonly<Record<string, string>> = {
  SETTLED_USERNAME: "the name of a user",
  SETTLED_PASSWORD: "the password",
  SETTLED_TOKEN: "a token, or an API key",
  SETTLED_ACCESS_KEY_ID: "the id of an access key",
  SETTLED_ACCESS_KEY_SECRET: "the secret of an access key",
  SETTLED_SECURITY_TOKEN: "the token of a temporary access key",
  SETTLED_AUTHORIZATION: "credentials of any other HTTP scheme",
};

/** What a document says of the environment (`x-environment`), in its order. */
export function documentedVariables({ root, securitySchemes }: Document): Part[] {
  return Object.keys(securitySchemes).flatMap((scheme) => {
    const parts = objectAt(root, below("#/components/securitySchemes", scheme))["x-environment"];
    return Object.entries(isObject(parts) ? parts : {}).map(([part, variables]) => ({
      scheme,
      part,
      variables: Array.isArray(variables) ? variables.map(String) : [],
    }));
  });
}

/** The variable of a part that is taken, if one is set; an empty one is not. */
export function chosenVariable({ variables }: Part, env: Environment): string | undefined {
  return variables.find((name) => env[name]);
}

/**
 * The credentials of the environment: those of `SETTLED_*`, and the vendor's variables for the parts that are missing
 * there. `undefined` where there are none.
 *
 * @throws TeachingError when no header can hold them.
 */
export function liveCredentials(document: Document, env: Environment = process.env): Credentials | undefined {
  const own = credentialsFromEnvironment(document, env as NodeJS.ProcessEnv);
  const values: Record<string, string> = {};
  for (const part of documentedVariables(document)) {
    const value = env[chosenVariable(part, env) ?? ""];
    if (value !== undefined) values[partName(part.part)] ??= value;
  }
  const { username, password, token, accessKeyId: id, accessKeySecret: secret, securityToken } = values;
  const found: Credentials = {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(token !== undefined && { token }),
    ...(id && secret && { accessKey: { id, secret, ...(securityToken && { securityToken }) } }),
    ...own,
  };
  for (const value of [
    found.token,
    ...Object.values(found.tokens ?? {}),
    found.authorization,
    found.accessKey?.id,
    found.accessKey?.securityToken,
  ]) {
    if (value !== undefined) checkHoldable(value, env);
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

// RFC 9110 §5.5. It is a secret: of what is wrong with it, no more is told than where it stands.
function checkHoldable(value: string, env: Environment): void {
  if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value.trim())) return;
  const [name = "the environment"] = Object.entries(env).find(([, own]) => own === value) ?? [];
  throw new TeachingError({
    what: `no header can hold what ${name} is set to`,
    where: name,
    expected: "letters, digits and signs on one line, as they were issued",
  });
}

/**
 * The environment as a client of the vendor is handed it: where none of a part's variables is set, the first is taken to
 * hold what `SETTLED_*` says.
 */
export function clientEnvironment(document: Document, env: Environment = process.env): Environment {
  const filled: Record<string, string | undefined> = { ...env };
  for (const part of documentedVariables(document)) {
    const [first] = part.variables;
    if (first === undefined || chosenVariable(part, env) !== undefined) continue;
    filled[first] = env[GENERIC[partName(part.part)] ?? ""];
  }
  return filled;
}

const GENERIC: Readonly<Record<string, string>> = {
  username: "SETTLED_USERNAME",
  password: "SETTLED_PASSWORD",
  token: "SETTLED_TOKEN",
  accessKeyId: "SETTLED_ACCESS_KEY_ID",
  accessKeySecret: "SETTLED_ACCESS_KEY_SECRET",
  securityToken: "SETTLED_SECURITY_TOKEN",
};

/** A part by its own name, or else by its role. */
function partName(part: string): string {
  if (Object.hasOwn(GENERIC, part)) return part;
  const role = roleOf(part);
  return role === "username" || role === "password" ? role : part;
}
