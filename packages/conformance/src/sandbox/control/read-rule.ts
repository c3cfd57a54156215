import { documentedResponse } from "../../document/documented-response.ts";
import { isObject, type Json } from "../../document/json.ts";
import { type Lesson, TeachingError } from "../../teaching-error.ts";
import type { Service } from "../service.ts";
import { explainPreference } from "./explain-preference.ts";
import type { Rule } from "./rules.ts";

const EXAMPLE = '{ "operation": "getJob", "status": 503, "times": 2 }';

/** What each member of a rule may be. */
const MEMBERS: Readonly<Record<keyof Rule, { is: (value: Json) => boolean; expected: string }>> = {
  service: { is: isText, expected: "the name of a service" },
  operation: { is: isText, expected: "an operationId" },
  times: { is: isCount, expected: "a whole number above 0" },
  status: { is: isStatus, expected: "an HTTP status, 100 to 599" },
  example: { is: isText, expected: "the name of a documented example" },
  outcome: { is: isText, expected: "how an execution is to end, such as failed" },
  mutant: { is: isText, expected: "the name of an answer mutant" },
  delay: { is: (value) => typeof value === "number", expected: "a number of milliseconds" },
  throttled: { is: (value) => value === true, expected: "true" },
};

/**
 * Reads a rule that somebody gave as JSON.
 *
 * @throws TeachingError when it is none.
 */
export function readRule(given: Json, services: readonly Pick<Service, "document">[]): Rule {
  if (!isObject(given)) throw wrong({ what: "a rule is a JSON object", expected: memberNames() });
  for (const [name, value] of Object.entries(given)) {
    const member = Object.hasOwn(MEMBERS, name) ? MEMBERS[name as keyof Rule] : undefined;
    if (!member) throw wrong({ what: `a rule has no member ${name}`, expected: memberNames() });
    if (!member.is(value)) {
      throw wrong({ what: `${name} cannot be ${JSON.stringify(value)}`, expected: member.expected });
    }
  }
  const rule = given as unknown as Rule;
  const lesson = explainPreference(rule) ?? explainTarget(rule, services);
  if (lesson) throw wrong({ ...lesson, example: EXAMPLE });
  if (["status", "example", "outcome", "mutant", "delay", "throttled"].some((name) => name in rule))
    return rule;
  throw wrong({ what: "the rule says not what is to happen", expected: memberNames() });
}

/** What a rule is for must be there, or it would wait for ever. */
function explainTarget(
  { service, operation, status }: Rule,
  services: readonly Pick<Service, "document">[],
): Lesson | undefined {
  const meant = services.filter(({ document }) => service === undefined || document.name === service);
  if (meant.length === 0) {
    const names = services.map(({ document }) => document.name);
    return { what: `no such service: ${service}`, expected: `one of ${names.join(", ")}` };
  }
  if (operation === undefined) return undefined;
  const operations = meant.flatMap(({ document }) => document.operations);
  const named = operations.filter(({ id }) => id === operation);
  if (named.length === 0) {
    const known = operations.map(({ id }) => id);
    return { what: `no such operation: ${operation}`, expected: `one of ${known.join(", ")}` };
  }
  if (status === undefined || named.some((one) => documentedResponse(one, status))) return undefined;
  const documented = named.flatMap(({ responses }) => Object.keys(responses));
  return { what: `${status} is not documented for ${operation}`, expected: documented.join(", ") };
}

function memberNames(): string {
  return `some of ${Object.keys(MEMBERS).join(", ")}`;
}

function wrong(lesson: Lesson): TeachingError {
  return new TeachingError({ example: EXAMPLE, ...lesson });
}

function isText(value: Json): boolean {
  return typeof value === "string" && value !== "";
}

function isCount(value: Json): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function isStatus(value: Json): boolean {
  return Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 599;
}
