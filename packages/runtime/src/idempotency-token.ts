/** The argument by which a service knows a repeated request: with it, a request may be sent again. */
export interface IdempotencyToken {
  readonly name: string;
  /** The arguments, with a token of their own if they have none: without it, no attempt could follow the first. */
  fill(args: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

export function idempotencyToken(name: string): IdempotencyToken {
  return {
    name,
    fill: (args) => ((args[name] ?? null) === null ? { ...args, [name]: crypto.randomUUID() } : args),
  };
}
