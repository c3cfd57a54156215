import type { ServiceDescription } from "../service-description.ts";
import type { Credential } from "./credential.ts";
import { type Alternative, alternativesOf, type Makers } from "./environment-alternatives.ts";
import type { SessionDescriptions } from "./session-description.ts";

/** By security scheme and part of its credential: the variables that hold it, of which the first that is set wins. */
export type EnvironmentDescription = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What tells where in the environment a service's credentials are. */
export interface EnvironmentSource extends Makers {
  readonly service: ServiceDescription;
  readonly environment: EnvironmentDescription;
  readonly sessions?: SessionDescriptions | undefined;
}

/**
 * Makes a credential from environment variables: for the first security scheme for which they hold all that it needs.
 * A token that is had already comes before a login. A variable that is empty counts as not set.
 *
 * @param env - the variables; by default those of the process, where there is one
 * @throws TypeError if they hold none in full: with the names of those that are missing, and no value.
 * @example
 * createClient({ auth: credentialFromEnvironment({ service, environment, sessions, createSession }) });
 */
export function credentialFromEnvironment(
  source: EnvironmentSource,
  env: Environment = ofProcess(),
): Credential {
  const schemes = describeSchemes(source);
  for (const { schemeName, parts, alternatives } of schemes) {
    const values = readParts(parts, env);
    const names = Object.keys(values);
    const complete = alternatives.filter(({ required }) => required.every((name) => names.includes(name)));
    // Of several logins, the one that leaves nothing unused is meant.
    const chosen = complete.find((one) => names.every((name) => uses(one, name))) ?? complete[0];
    if (!chosen) continue;
    const used = Object.fromEntries(Object.entries(values).filter(([name]) => uses(chosen, name)));
    // The variables are meant for this scheme, not for another of its type.
    return { ...chosen.make(used), matches: (_, name) => name === schemeName };
  }
  throw nothingComplete(schemes, env);
}

interface Described {
  readonly schemeName: string;
  readonly parts: EnvironmentDescription[string];
  readonly alternatives: readonly Alternative[];
}

function describeSchemes({ service, environment, sessions = {}, ...makers }: EnvironmentSource): Described[] {
  return Object.entries(environment).flatMap(([schemeName, parts]) => {
    const scheme = service.securitySchemes[schemeName];
    if (!scheme) return [];
    const all = alternativesOf(schemeName, scheme, sessions[schemeName] ?? [], makers);
    // What takes nothing, or something that no variable holds, is not to be had from the environment.
    const alternatives = all.filter(
      ({ required }) => required.length > 0 && required.every((name) => Object.hasOwn(parts, name)),
    );
    return alternatives.length > 0 ? [{ schemeName, parts, alternatives }] : [];
  });
}

function readParts(parts: Described["parts"], env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, variables]) => {
      const set = variables.map((name) => env[name]).find((value) => value);
      return set ? [[part, set]] : [];
    }),
  );
}

function uses({ required, optional }: Alternative, name: string): boolean {
  return required.includes(name) || optional.includes(name);
}

function nothingComplete(schemes: readonly Described[], env: Environment): TypeError {
  const told = new Set<string>();
  const lines = schemes.map(({ schemeName, parts, alternatives }) => {
    const sets = new Map<string, string>();
    for (const { required, optional } of alternatives) {
      const needed = required.map((part) => print(parts, part)).join(" and ");
      const beside = optional.filter((part) => Object.hasOwn(parts, part)).map((part) => print(parts, part));
      // The same variables are told once: in an earlier scheme, they are taken for that one.
      if (told.has(needed)) continue;
      if (beside.length > 0) sets.set(needed, `${needed} (optional: ${beside.join(", ")})`);
      else if (!sets.has(needed)) sets.set(needed, needed);
    }
    for (const needed of sets.keys()) told.add(needed);
    return sets.size > 0 ? `\n- ${schemeName}: ${[...sets.values()].join("; or ")}` : "";
  });
  const variables = [...new Set(schemes.flatMap(({ parts }) => Object.values(parts).flat()))];
  const list = (names: string[]) => names.join(", ") || "none";
  const set = list(variables.filter((name) => env[name]));
  const empty = list(variables.filter((name) => env[name] === ""));
  return new TypeError(
    `The environment holds no complete credential. Set the variables of one of these:${lines.join("")}\nSet are: ${set}. Empty are: ${empty}.`,
  );
}

function print(parts: Described["parts"], part: string): string {
  const names = parts[part] ?? [part];
  return names.length > 1 ? `(${names.join(" or ")})` : names.join("");
}

function ofProcess(): Environment {
  return (globalThis as { process?: { env?: Environment } }).process?.env ?? {};
}
