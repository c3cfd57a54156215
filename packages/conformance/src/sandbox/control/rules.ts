import type { Preference } from "../prefer.ts";

/** What is to happen to the next requests for an operation, or for any. */
export interface Rule extends Preference {
  /** operationId; absent: any. */
  readonly operation?: string;
  /** How many requests it holds for; absent: until it is taken back. */
  readonly times?: number;
}

/** The rules that somebody gave. */
export interface Rules {
  /** @returns its id, to take it back by */
  add(rule: Rule): string;
  remove(id: string): boolean;
  clear(): void;
  list(): readonly (Rule & { readonly id: string })[];
  /** The first that fits, used up by one. */
  take(operation: string): Rule | undefined;
}

export function createRules(): Rules {
  return { add: () => "", remove: () => false, clear() {}, list: () => [], take: () => undefined };
}
