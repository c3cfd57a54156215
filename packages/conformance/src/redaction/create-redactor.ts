import type { Json } from "../document/json.ts";
import { remember } from "../remember.ts";
import { createFinder, type Finder } from "./find-secrets.ts";
import { redactBody } from "./redact-body.ts";
import { redactJson } from "./redact-json.ts";
import { redactNamed } from "./redact-named.ts";
import { redactField, redactUrl } from "./redact-url.ts";
import { replaceSpans } from "./replace-spans.ts";
import { isSecretName, REDACTED } from "./secret-names.ts";
import { SHORTEST, spellingsOf } from "./spellings.ts";

/** Takes secrets out of whatever is going to be shown: by their names, and by their values in any spelling. */
export interface Redactor {
  redactText(text: string): string;
  /** `Authorization` keeps the name of its scheme, which is no secret. */
  redactHeaders(headers: Iterable<RedactedHeader>): RedactedHeader[];
  redactUrl(url: string): string;
  redactJson(value: Json): Json;
  /** The text of a body, by its media type. What has no secret in it comes back as it is. */
  redactBody(text: string, mediaType?: string): string;
  /** Another secret, that became known during the run: the token that a login answered with. */
  learn(secret: string): void;
  /** Whether what bears this name is a secret. */
  isSecretName(name: string): boolean;
}

type RedactedHeader = readonly [name: string, value: string];

/** What a redactor knows from the start. */
export interface RedactorOptions {
  /**
   * Values. One of fewer than four characters is taken out where it is all of a value (of a header, a parameter, a
   * member of a body), and left where it is a part of a longer text: it stands in too many words.
   */
  readonly secrets?: readonly string[];
  /** Names besides those of field practice, whatever their case: of headers, parameters, members. */
  readonly names?: Iterable<string>;
}

/**
 * A redactor of known secrets, by value and by name.
 *
 * @example
 * const redactor = createRedactor({ secrets: ["s3cret-t0ken"] });
 * redactor.redactText("?t=s3cret%2Dt0ken"); // "?t=REDACTED"
 */
export function createRedactor({ secrets = [], names = [] }: RedactorOptions = {}): Redactor {
  const own = new Set([...names].map((name) => name.toLowerCase()));
  const known = new Set<string>();
  let finder: Finder | undefined;
  const readText = remember(withoutSecrets);
  // Refusals and empty lists come again and again, too. The type stands before the text, and before both how long it is.
  const readBody = remember((typed) => {
    const start = typed.indexOf(" ") + 1;
    const end = start + Number.parseInt(typed, 10);
    return redactBody(typed.slice(end), typed.slice(start, end), rules);
  });
  // Those of a service's URLs are mostly the same ones.
  const readField = remember((field) => redactField(field, rules));
  const isSecret = remember((name) => own.has(name.toLowerCase()) || isSecretName(name), 256);
  for (const secret of secrets) learn(secret);

  const rules = { isSecret, text: redactText, field: (field: string) => readField(field) };
  return {
    redactText,
    redactHeaders: (headers) => Array.from(headers, redactHeader),
    redactUrl: (url) => redactUrl(url, rules),
    redactJson: (value) => redactJson(value, rules),
    redactBody: (text, mediaType = "") => readBody(`${mediaType.length} ${mediaType}${text}`),
    learn,
    isSecretName: isSecret,
  };

  function learn(secret: string): void {
    if (secret === "" || secret === REDACTED || known.has(secret)) return;
    known.add(secret);
    finder = undefined;
    readText.forget();
    readBody.forget();
    readField.forget();
  }

  function redactText(text: string): string {
    return readText(text);
  }

  function withoutSecrets(text: string): string {
    if (known.has(text)) return REDACTED;
    finder ??= createFinder([...known].filter(({ length }) => length >= SHORTEST).flatMap(spellingsOf));
    return redactNamed(replaceSpans(text, finder(text)), isSecret);
  }

  function redactHeader(one: RedactedHeader): RedactedHeader {
    const [name, value] = one;
    const clean = [redactText(name), header(name, value)] as const;
    return clean[0] === name && clean[1] === value ? one : clean;
  }

  function header(name: string, value: string): string {
    if (value === "" || !isSecret(name)) return redactText(value);
    const scheme = /authorization$/i.test(name) ? /^[A-Za-z][\w-]*(?= )/.exec(value)?.[0] : undefined;
    return scheme ? `${scheme} ${REDACTED}` : REDACTED;
  }
}
