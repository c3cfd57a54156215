import { isPlain } from "../is-plain.ts";

const HIDDEN = "[redacted]";

// Not in fields, since debuggers print even private ones.
const texts = new WeakMap<Secret, string>();
const received = new WeakSet<Secret>();

/**
 * A text that is not meant to be seen: all that prints it, a console, JSON or a template, prints `[redacted]`. A
 * structured clone of it, as for a worker, is an empty object.
 */
export class Secret {
  constructor() {
    // https://nodejs.org/api/util.html#utilinspectcustom
    Object.defineProperty(this, Symbol.for("nodejs.util.inspect.custom"), { value: () => HIDDEN });
  }

  /** The text itself. Of what came in another form than the documented one, all of it as JSON. */
  reveal(): string {
    return texts.get(this) ?? "";
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }
}

/**
 * Keeps a text from being seen on its way to a service.
 *
 * @throws TypeError if it is none.
 * @example
 * encodeParameters({ user: "ada", password: secret(password) });
 */
export function secret(text: string): Secret {
  if (typeof text !== "string") throw new TypeError(`secret(…) takes a text, received a ${typeof text}.`);
  const made = new Secret();
  texts.set(made, text);
  return made;
}

/** One that a service sent. It may be encrypted, so that sending it back would set it to something else. */
export function receivedSecret(text: string): Secret {
  const made = secret(text);
  received.add(made);
  return made;
}

/**
 * The text, to be sent.
 *
 * @param where - what it is the value of, for the error
 * @throws TypeError if it came from a service.
 */
export function revealForSending(given: Secret, where: string): string {
  if (!received.has(given)) return given.reveal();
  throw new TypeError(
    `${where} is a secret as the service sent it, which may be encrypted. Make one of its text: secret("…").`,
  );
}

/** A copy of what is to be sent as it is, with the texts of the secrets in it. */
export function revealIn(value: unknown, where: string): unknown {
  if (value instanceof Secret) return revealForSending(value, where);
  if (Array.isArray(value)) return value.map((item) => revealIn(item, where));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, revealIn(member, where)]));
}
