import type { Hooks, RequestEvent, ResponseEvent, RetryEvent } from "../src/index.ts";

/** What a hook was told, and which. */
export type Told = { readonly hook: string } & RequestEvent & Partial<Omit<RetryEvent, keyof RequestEvent>>;

/** Hooks that write down what they are told. */
export function listen(): {
  told: readonly Told[];
  hooks: Required<Pick<Hooks, "request" | "response" | "retry">>;
} {
  const told: Told[] = [];
  const hear = (hook: string) => (event: RequestEvent | ResponseEvent | RetryEvent) => {
    told.push({ hook, ...event });
  };
  return { told, hooks: { request: hear("request"), response: hear("response"), retry: hear("retry") } };
}
