import { isObject, type Json } from "../../document/json.ts";
import type { Life } from "./life.ts";
import { copyWith, putAt } from "./place.ts";
import { plainName } from "./plain-name.ts";
import { timeStampsIn, timeWriter } from "./time-stamps.ts";

/** Where an answer has the entries of a journal: a list whose items each have a time stamp. */
export function journalPlace(
  body: Json | undefined,
  steps: readonly string[] = [],
): readonly string[] | undefined {
  if (Array.isArray(body)) {
    const isJournal = body.length > 0 && body.every((item) => isObject(item) && ownStamps(item).length > 0);
    return isJournal && steps.length > 0 ? steps : undefined;
  }
  if (!isObject(body) || steps.length > 2) return undefined;
  for (const [name, value] of Object.entries(body)) {
    const found = journalPlace(value, [...steps, name]);
    if (found) return found;
  }
  return undefined;
}

/** One entry for each step of a life so far, in the form of the documented ones. */
export function journalEntries(samples: readonly Json[], life: Life): Json[] {
  return stepsOf(life).map(({ text, at }, index) => {
    let entry = copyWith(samples[index % samples.length] ?? {}, []);
    for (const { steps, sample } of ownStamps(entry)) entry = putAt(entry, steps, timeWriter(sample)(at));
    const message = messageIn(entry);
    return message === undefined ? entry : putAt(entry, [message], text);
  });
}

/** The same as lines of text. */
export function journalLines(life: Life): string {
  return stepsOf(life)
    .map(({ text, at }) => `${new Date(at).toISOString()} ${text}`)
    .join("\n");
}

function stepsOf({ plan, step, since }: Life): { text: string; at: number }[] {
  return plan.slice(0, step + 1).map((state, index) => ({
    text: `Step ${index + 1}: ${state}`,
    at: since[index] ?? since.at(-1) ?? 0,
  }));
}

function ownStamps(item: Json) {
  return timeStampsIn(item).filter(({ steps }) => steps.length === 1);
}

const MESSAGE = /^(message|shortdescription|description|log|text|content)$/;

function messageIn(entry: Json): string | undefined {
  if (!isObject(entry)) return undefined;
  return Object.keys(entry).find((name) => MESSAGE.test(plainName(name)) && typeof entry[name] === "string");
}
