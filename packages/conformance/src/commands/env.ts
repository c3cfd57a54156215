import { chosenVariable, documentedVariables, OWN_VARIABLES } from "../live/environment.ts";
import { tokenVariables } from "../run/token-variables.ts";
import { EXIT } from "./exit-codes.ts";
import { findProvider } from "./find-provider.ts";

export interface EnvCommand {
  readonly json?: boolean;
}

/** A variable, and never its value. */
interface Listed {
  readonly scheme: string;
  readonly part: string;
  readonly variables: readonly {
    readonly name: string;
    readonly isSet: boolean;
    readonly isTaken: boolean;
  }[];
}

/**
 * `settled env`: lists the variables that hold a provider's credentials, and whether they are set. No value is shown.
 *
 * @returns the exit code
 * @throws TeachingError when the provider is not known.
 */
export async function env(name: string, { json }: EnvCommand): Promise<number> {
  const { document } = await findProvider(name);
  const listed = documentedVariables(document).map((part): Listed => {
    const taken = chosenVariable(part, process.env);
    const variables = part.variables.map((one) => ({ name: one, isSet: isSet(one), isTaken: one === taken }));
    return { scheme: part.scheme, part: part.part, variables };
  });
  const tokens = [...tokenVariables(document)].map(
    ([scheme, one]) => [one, `that of ${scheme} alone`] as const,
  );
  const variables = [...Object.entries(OWN_VARIABLES), ...tokens];
  const own = variables.map(([one, what]) => ({ name: one, what, isSet: isSet(one) }));
  const names = [...listed.flatMap(({ variables }) => variables), ...own].map(({ name: one }) => one.length);
  const line = lineOf(Math.max(30, ...names));
  if (json) console.log(JSON.stringify({ provider: document.name, schemes: listed, own }, null, 2));
  else console.log([...formatSchemes(document.name, listed, line), ...formatOwn(own, line)].join("\n"));
  return EXIT.conforms;
}

function isSet(name: string): boolean {
  return Boolean(process.env[name]);
}

function formatSchemes(provider: string, listed: readonly Listed[], line: Line): string[] {
  if (listed.length === 0) return [`${provider} names no variables of its own.`];
  const schemes = Map.groupBy(listed, ({ scheme }) => scheme);
  return [...schemes].flatMap(([scheme, parts]) => [
    `${provider} ${scheme}`,
    ...parts.flatMap(({ part, variables }) =>
      variables.map((one) => {
        const state = one.isTaken ? "set" : one.isSet ? "set, but the one before it is taken" : "not set";
        return line(one.name, part, state);
      }),
    ),
  ]);
}

function formatOwn(own: readonly { name: string; what: string; isSet: boolean }[], line: Line): string[] {
  return [
    "For any provider, and before its own",
    ...own.map(({ name, what, isSet }) => line(name, what, isSet ? "set" : "not set")),
  ];
}

type Line = (name: string, what: string, state: string) => string;

/** A line in columns, the first as wide as the longest name. */
function lineOf(width: number): Line {
  return (name, what, state) => `  ${name.padEnd(width)} ${what.padEnd(36)} ${state}`;
}
