import type { SessionDescription, SessionDescriptions } from "./session-description.ts";
import type { SessionInput, SessionInputs } from "./session-inputs.ts";

/** How to log in, for which security scheme, and with what. */
export interface ChosenWay {
  readonly schemeName: string;
  readonly way: SessionDescription;
  readonly given: Readonly<Record<string, SessionInput>>;
}

/**
 * Chooses the way to log in: the one that `login` names, or the first that all inputs fit. What is empty is not given.
 *
 * @throws TypeError if none does; it tells what is missing, and shows no input.
 */
export function chooseWay(sessions: SessionDescriptions, inputs: SessionInputs): ChosenWay {
  const { login, ...rest } = assertInputs(inputs);
  const given: Record<string, SessionInput> = {};
  for (const [name, input] of Object.entries(rest)) if (input) given[name] = input;

  const ways = Object.entries(sessions).flatMap(([schemeName, all]) =>
    all.map((way) => ({ schemeName, way })),
  );
  const named = login === undefined ? ways : ways.filter(({ way }) => nameOf(way) === login);
  const names = Object.keys(given);
  const chosen = named.find(({ way }) => faultsOf(way, names).length === 0);
  if (chosen) return { ...chosen, given };
  const empty = Object.keys(rest).filter((name) => !names.includes(name));
  throw noWay(
    ways.map(({ way }) => way),
    { login, names, empty },
  );
}

/** A way is named after the operation that answers with the token: another may begin with the same login. */
function nameOf(way: SessionDescription): string {
  return (way.then ?? way.login).id;
}

/** The names of the inputs that must be given, or need not be. */
export function inputsOf({ inputs }: SessionDescription, required: boolean): string[] {
  return Object.keys(inputs).filter((name) => inputs[name] === required);
}

function assertInputs(inputs: SessionInputs): SessionInputs {
  if (typeof inputs !== "object" || inputs === null) {
    throw new TypeError(
      `session(…) takes an object: session({ username, password }). It got ${typeof inputs}.`,
    );
  }
  for (const [name, input] of Object.entries(inputs) as [string, unknown][]) {
    if (input === undefined || input === null) continue;
    if (typeof input === "string" || (typeof input === "function" && name !== "login")) continue;
    throw new TypeError(
      `session(…): ${name} is no text${name === "login" ? "" : ", and no function that gives one"}.`,
    );
  }
  return inputs;
}

function faultsOf(way: SessionDescription, names: readonly string[]): string[] {
  const lacks = inputsOf(way, true).filter((name) => !names.includes(name));
  const strange = names.filter((name) => !Object.hasOwn(way.inputs, name));
  return [
    ...(lacks.length > 0 ? [`lacks ${lacks.join(", ")}`] : []),
    ...(strange.length > 0 ? [`does not take ${strange.join(", ")}`] : []),
  ];
}

interface Given {
  readonly login: string | undefined;
  readonly names: readonly string[];
  readonly empty: readonly string[];
}

function noWay(ways: readonly SessionDescription[], { login, names, empty }: Given): TypeError {
  const isKnown = login === undefined || ways.some((way) => nameOf(way) === login);
  const got = [
    ...(login === undefined ? [] : [`login: ${JSON.stringify(login)}`]),
    ...names,
    ...empty.map((name) => `${name} (empty: is a variable not set?)`),
  ];
  const lines = ways.map((way) => {
    const takes = [...inputsOf(way, true), ...inputsOf(way, false).map((name) => `${name} (optional)`)];
    const isMeant = login === undefined || nameOf(way) === login;
    const faults = isMeant ? faultsOf(way, names).join(", ") : "";
    return `\n- ${nameOf(way)} takes ${takes.join(", ") || "nothing"}${faults && `; it ${faults.replace(/, does/, " and does")}`}`;
  });
  const what = isKnown ? "which is not what a way to log in takes" : "but there is no such login";
  const example = ways[0] ? `\nExample: session({ ${inputsOf(ways[0], true).join(", ")} })` : "";
  return new TypeError(
    `session(…) got ${got.join(", ") || "nothing"}, ${what}. There are:${lines.join("")}${example}`,
  );
}
