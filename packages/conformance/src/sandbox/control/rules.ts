import type { Preference } from "../prefer.ts";

/** What is to happen to the next requests for an operation, or for any. */
export interface Rule extends Preference {
  /** Name of the document that it holds for; absent: any. */
  readonly service?: string;
  /** operationId; absent: any. */
  readonly operation?: string;
  /** How many requests it holds for; absent: until it is taken back. */
  readonly times?: number;
}

/** A rule that was given, as far as it is not used up. */
export type GivenRule = Rule & { readonly id: string };

/** The rules that somebody gave. */
export interface Rules {
  /** @returns its id, to take it back by */
  add(rule: Rule): string;
  remove(id: string): boolean;
  clear(): void;
  /** The oldest first. */
  list(): readonly GivenRule[];
  /** The first that fits, used up by one. */
  take(operation: string, service?: string): Preference | undefined;
  /** Puts others in the place of all. */
  restore(rules: readonly GivenRule[]): void;
}

/** How many rules there may be; of more, the oldest go. */
const LIMIT = 1000;

export function createRules(): Rules {
  let rules: GivenRule[] = [];
  let last = 0;
  return {
    add(rule) {
      last += 1;
      const id = String(last);
      rules = [...rules.slice(1 - LIMIT), { ...rule, id }];
      return id;
    },
    remove(id) {
      const left = rules.filter((rule) => rule.id !== id);
      const found = left.length < rules.length;
      rules = left;
      return found;
    },
    clear() {
      rules = [];
    },
    list: () => rules,
    take(operation, service) {
      if (rules.length === 0) return undefined;
      const found = rules.find((rule) => fits(rule, operation, service));
      if (found) rules = rules.flatMap((rule) => (rule === found ? usedOnce(rule) : rule));
      return found && preferenceOf(found);
    },
    restore(given) {
      rules = given.slice(-LIMIT);
      last = Math.max(0, ...rules.map(({ id }) => Number(id)));
    },
  };
}

function fits(rule: Rule, operation: string, service: string | undefined): boolean {
  if (rule.operation !== undefined && rule.operation !== operation) return false;
  return rule.service === undefined || rule.service === service;
}

function usedOnce(rule: GivenRule): GivenRule[] {
  if (rule.times === undefined) return [rule];
  return rule.times > 1 ? [{ ...rule, times: rule.times - 1 }] : [];
}

function preferenceOf({
  id: _,
  service: _s,
  operation: _o,
  times: _t,
  ...preference
}: GivenRule): Preference {
  return preference;
}
