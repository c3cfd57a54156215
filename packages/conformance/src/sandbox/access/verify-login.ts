import { show } from "../../checks/finding.ts";
import type { Violation } from "../violation.ts";
import { missingFrom } from "./choose-way.ts";
import { type GoodCredentials, isPassword, isToken, isUser } from "./good-credentials.ts";
import type { Role } from "./input-role.ts";
import type { Input, Reading } from "./read-inputs.ts";
import { type Sessions, TICKET } from "./sessions.ts";

/** Holds what somebody logs in with against what was handed out: names, passwords, tokens, and tickets. */
export function verifyLogin(reading: Reading, good: GoodCredentials, sessions: Sessions): Violation[] {
  if (reading.strangers.length > 0) {
    return reading.strangers.map(({ name, at, expected, received }) => ({
      mistake: "parameterInvalid",
      at,
      name,
      expected: `${show(expected)}, or what another way to log in has there`,
      received: show(received),
    }));
  }
  const missing = missingFrom(reading);
  if (missing.length > 0) {
    return missing.map(({ name, at, role }) => ({
      mistake: "credentialsMissing",
      at,
      name,
      expected: WANTED[role],
      received: "nothing",
    }));
  }
  return reading.inputs.flatMap((input) => verifyInput(input, good, sessions));
}

function verifyInput(
  { name, at, role, value = "" }: Input,
  good: GoodCredentials,
  sessions: Sessions,
): Violation[] {
  const violation = { at, name, expected: WANTED[role] };
  switch (role === "token" && !isToken(value, good) ? sessions.ask(TICKET, value) : undefined) {
    case "good":
      return [];
    case "lapsed":
      return [{ ...violation, mistake: "sessionLapsed", received: "one that has lapsed" }];
    default:
      if (isGood(role, value, good)) return [];
      return [{ ...violation, mistake: "credentialsWrong", received: "another one" }];
  }
}

function isGood(role: Role, value: string, good: GoodCredentials): boolean {
  const verdicts: Record<Role, () => boolean> = {
    username: () => isUser(value, good),
    password: () => isPassword(value, good),
    token: () => isToken(value, good),
    other: () => true,
  };
  return verdicts[role]();
}

const WANTED: Readonly<Record<Role, string>> = {
  username: "the name that was given",
  password: "the password that was given",
  token: "a token that was given, or one that a login answered with",
  other: "anything",
};
