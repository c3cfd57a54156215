import { Expression } from "../describe/expression.ts";
import type { Operation } from "../describe/operation.ts";
import { type SessionWay, tokenOperation } from "../describe/sessions.ts";
import { printNeeded } from "../print/creation.ts";
import { printInputs } from "../print/credential.ts";
import { header } from "../print/header.ts";
import { printKey, printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";

/** src/sessions.ts: how to log in, by the constants of the operations that it takes, so that only these are bundled. */
export function emitSessions({ service }: Edition): string | undefined {
  const { sessions, typeName, title, variableName } = service;
  const [first] = sessions;
  if (!first) return undefined;
  const used = new Set(sessions.flatMap(operationsOf).map(({ id }) => id));
  const imported = [...used].sort().map((id) => (local(id) === id ? id : `${id} as ${local(id)}`));
  const out = sessions.some(({ logout }) => logout)
    ? ` \`${variableName}.logout()\` ends it on the server.`
    : "";
  const declaration = "export const sessions: SessionDescriptions = ";
  return `${header(service)}
import { type Credential, createSession, type SessionDescriptions } from "@settled/runtime";
${printNamed("import", imported, "./operations-at-start.ts")}
/**
 * The ways to log in, by the security scheme that the token is for.
 *
 * @internal
 */
${declaration}${printLiteral(sessionDescriptions(sessions), "", declaration)};

/** A text, or a function that is asked for it at each login, as of a vault. */
type Input = string | (() => string | Promise<string>);

/**
 * What to log in with: of one of the ways, what it needs. \`login\` tells those apart that need the same: it is the
 * operation that answers with the token.
 */
export type ${typeName}Session =
${sessions.map((way) => `  | ${sessionType(way, first)}`).join("\n")};

/**
 * Logs in to ${title} before the first request, keeps the token, and renews it before
 * it lapses and once after a 401.${out}
 *
 * @throws TypeError if the inputs fit no way to log in.
 * @example
 * const ${variableName} = createClient({ ${printNeeded(service)}auth: session(${printInputs(first)}) });
 */
export function session(inputs: ${typeName}Session): Credential {
  return createSession(sessions, inputs);
}
`;
}

/** Operations whose names the file has for something of its own. */
const own = new Set(["createSession", "sessions"]);

function local(id: string): string {
  return own.has(id) ? `${id}Operation` : id;
}

function operationsOf({ login, next, logout }: SessionWay): Operation[] {
  return [login, next, logout].filter((operation) => operation !== undefined);
}

function sessionDescriptions(sessions: readonly SessionWay[]): object {
  const byScheme = Map.groupBy(sessions, ({ scheme }) => scheme);
  return Object.fromEntries([...byScheme].map(([scheme, ways]) => [scheme, ways.map(sessionDescription)]));
}

function sessionDescription({ login, inputs, next, logout, ...way }: SessionWay): object {
  const constant = (operation: Operation | undefined) => operation && new Expression(local(operation.id));
  return {
    login: constant(login),
    inputs,
    arguments: way.arguments,
    // biome-ignore lint/suspicious/noThenProperty: nobody awaits it; it is printed.
    then: constant(next),
    token: way.token,
    logout: constant(logout),
    expires: way.expires,
    idle: way.idle,
    lifetime: way.lifetime,
  };
}

/** The operation that answers with the token of the first way need not be named. */
function sessionType(way: SessionWay, first: SessionWay): string {
  const members = Object.entries(way.inputs).map(([name, required]) =>
    required ? `readonly ${printKey(name)}: Input` : `readonly ${printKey(name)}?: Input | undefined`,
  );
  const answering = tokenOperation(way).id;
  const isFirst = answering === tokenOperation(first).id;
  const named = `readonly login${isFirst ? "?" : ""}: ${JSON.stringify(answering)}${isFirst ? " | undefined" : ""}`;
  return `{ ${[named, ...members].join("; ")} }`;
}
