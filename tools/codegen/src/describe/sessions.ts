import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import type { SecuritySchemeObject } from "../spec/security-scheme.ts";
import type { Operation } from "./operation.ts";
import { describeInputs } from "./session-inputs.ts";

/** One way to log in for the credential of a security scheme. */
export interface SessionWay {
  readonly scheme: string;
  readonly login: Operation;
  /** What the user gives, by name, and whether it must be given. */
  readonly inputs: Readonly<Record<string, boolean>>;
  /** Of the login. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The operation that the login's answer leads to, and that answers with the token in its stead. */
  readonly next: Operation | undefined;
  readonly token: string;
  readonly logout: Operation | undefined;
  readonly expires: string | undefined;
  /** ISO 8601 durations. */
  readonly idle: string | undefined;
  readonly lifetime: string | undefined;
}

/** The operation that answers with the token; by its name, a way is asked for. */
export function tokenOperation({ login, next }: SessionWay): Operation {
  return next ?? login;
}

/** All ways to log in, by the order of the schemes. */
export function describeSessions(
  spec: Spec,
  schemes: Readonly<Record<string, SecuritySchemeObject>>,
  operations: readonly Operation[],
): SessionWay[] {
  return Object.entries(schemes).flatMap(([scheme, { "x-session": sessions = [] }]) =>
    sessions.map((session, index) => {
      const place = ["components", "securitySchemes", scheme, "x-session", String(index)];
      const find = (key: "then" | "logout") =>
        session[key] && findOperation(spec, operations, session[key], [...place, key]);
      const login = findOperation(spec, operations, session.login, [...place, "login"]);
      return {
        scheme,
        login,
        inputs: describeInputs(session, asksForBasic(login, schemes)),
        arguments: session.arguments ?? {},
        next: find("then") || undefined,
        token: session.token,
        logout: find("logout") || undefined,
        expires: session.expires,
        idle: session.idle,
        lifetime: session.lifetime,
      };
    }),
  );
}

function asksForBasic(
  { security }: Operation,
  schemes: Readonly<Record<string, SecuritySchemeObject>>,
): boolean {
  return security.flat().some((name) => schemes[name]?.scheme?.toLowerCase() === "basic");
}

function findOperation(spec: Spec, operations: readonly Operation[], id: string, place: Place): Operation {
  const found = operations.find((operation) => operation.id === id);
  if (found) return found;
  throw spec.error(place, {
    what: `there is no operation ${id}`,
    expected: "the operationId of an operation in this file",
    example: `login: ${operations[0]?.id ?? "logIn"}`,
  });
}
