import { TeachingError } from "../teaching-error.ts";

/** Says what is wrong with a value; nothing if it is right. */
type Rule = (value: unknown, where: string) => void;

/**
 * Holds what a configuration says against what it can say.
 *
 * @throws TeachingError that names the member, what was expected there, and one thing that works
 */
export function checkConfig(config: unknown, file: string): void {
  object({
    ids: recordOf(text("the id to ask for", '{ jobId: "0d1c4a52" }')),
    targets: recordOf(target),
    limits,
    timeout: count,
    negatives: choice,
    allowWrites: names,
    baseline: path,
  })(config, file);
}

const path = text("a path", '"findings.json"');
const names: Rule = (value, where) => {
  const isList = Array.isArray(value) && value.every((one) => typeof one === "string");
  if (!isList) refuse(value, where, "a list of operationIds", '["startJob"]');
};
const count: Rule = (value, where) => {
  if (!Number.isInteger(value) || Number(value) < 1) refuse(value, where, "a whole number above 0", "200");
};
const retries: Rule = (value, where) => {
  if (![0, 1, 2].includes(value as number)) refuse(value, where, "0, 1 or 2", "2");
};
const amount: Rule = (value, where) => {
  if (!Number.isFinite(value) || Number(value) <= 0) refuse(value, where, "a number above 0", "0.5");
};
const choice: Rule = (value, where) => {
  if (typeof value !== "boolean") refuse(value, where, "true or false", "false");
};
const url: Rule = (value, where) => {
  const isUrl = typeof value === "string" && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
  if (!isUrl) refuse(value, where, "an http or https URL", '"https://jobs.acme.example/api"');
};

function limits(value: unknown, where: string): void {
  object({ budget: count, rate: amount, concurrency: count, retries })(value, where);
}

function target(value: unknown, where: string): void {
  object({
    url,
    ids: recordOf(text("the id to ask for", '{ jobId: "0d1c4a52" }')),
    limits,
    allowWrites: names,
    ca: path,
    cert: path,
    key: path,
  })(value, where);
  if ((value as { url?: unknown }).url === undefined) {
    refuse(undefined, `${where} url`, "the base URL of the service", '"https://jobs.acme.example/api"');
  }
}

function object(members: Readonly<Record<string, Rule>>): Rule {
  return (value, where) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      refuse(value, where, `an object with ${Object.keys(members).join(", ")}`, "export default {}");
    }
    for (const [name, given] of Object.entries(value as object)) {
      const rule = Object.hasOwn(members, name) ? members[name] : undefined;
      if (!rule) {
        const what = `the configuration knows no ${name}`;
        throw new TeachingError({ what, where, expected: `one of ${Object.keys(members).join(", ")}` });
      }
      if (given !== undefined) rule(given, `${where} ${name}`);
    }
  };
}

function recordOf(rule: Rule): Rule {
  return (value, where) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      refuse(value, where, "an object", "{}");
    for (const [name, given] of Object.entries(value as object)) rule(given, `${where} ${name}`);
  };
}

function text(expected: string, example: string): Rule {
  return (value, where) => {
    if (typeof value !== "string") refuse(value, where, `a text: ${expected}`, example);
  };
}

// What was given is not shown: people put secrets where they do not belong.
function refuse(value: unknown, where: string, expected: string, example: string): never {
  const kind =
    value === undefined
      ? "missing"
      : value === null
        ? "null"
        : Array.isArray(value)
          ? "a list"
          : typeof value;
  throw new TeachingError({ what: `the configuration is wrong: ${kind}`, where, expected, example });
}
