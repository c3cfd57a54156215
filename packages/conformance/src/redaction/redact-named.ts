import { isSecretNumber, REDACTED } from "./secret-names.ts";

/** Says of a name whether what bears it is a secret. */
export type IsSecret = (name: string) => boolean;

// What may stand between a name and its value: `: `, `=`, `": "`, `\":\"`.
const BETWEEN = String.raw`\\*["']?\s*[:=]\s*`;

/**
 * `name: value` and `name=value`, in quotes of any kind or none, as in JSON, headers, queries, prose. What is in quotes
 * may be a file of many megabytes: it is followed lazily, since what a greedy loop remembers of each character has a limit.
 */
const PAIR = new RegExp(
  `([A-Za-z][\\w.$-]{1,63})(${BETWEEN})(` +
    String.raw`\\+".*?(?<!\\)\\+"|".*?(?:(?<=[^\\](?:\\\\)*)"|$)|'[^'\r\n]*'?|\[\s*(?=")[^\]]*\]?|[^\s"'<>,;&(){}[\]\\]+)`,
  "gs",
);

/** A field of a URL, wherever that stands: what is before it (`https:`) would be taken for its name. */
const FIELD = /([?&#;]([A-Za-z][\w.$%-]{1,63})=)([^\s"'<>&#;\\]+)/g;

/** An Authorization header, in any notation: all of its line is the credentials', but the name of the scheme. */
const AUTHORIZATION =
  /(\b(?:proxy-)?authorization\\*["']?\s*[:=]\s*\\*["']?)((?:[A-Za-z][\w-]*(?= ))?)( ?)([^\r\n"'\\]+)/gi;

/** A header whose value may hold anything up to the end of its line. */
const COOKIE = /(\b(?:set-)?cookie\\*["']?\s*:\s*\\*["']?)([^\r\n"'\\]+)/gi;

/** A header on a line of its own, or in quotes of its own as on a command line. */
const LINE = /((?:^|['"])([A-Za-z][\w-]*):[ \t]*)([^'"\s][^'"\r\n]*)(?=$|['"])/gm;

const ELEMENT = /(<([A-Za-z][\w:.-]*)(?:\s[^<>]*)?>)([^<]+)(?=<\/\2>)/g;
// A part has few headers: were they without end, each line would be read as the beginning of all that follow.
const PART =
  /(^content-disposition:[^\r\n]*\bname="([^"]+)"[^\r\n]*(?:\r?\n[^\r\n]+){0,20}\r?\n\r?\n)([\s\S]*?)(?=\r?\n--|(?![\s\S]))/gim;

/** What is known to be a secret by its looks: a bearer's credentials, a JWT, a private key, a password in a URL. */
const SHAPES: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)( +)(?=\S*\d)[\w.~+/-]{8,}=*/gi, `$1$2${REDACTED}`],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)*/g, REDACTED],
  [/(-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, `$1${REDACTED}$2`],
  [/(\b[a-z][a-z\d+.-]{0,30}:\/\/[^\s:/?#@'"]*:)[^\s/?#@'"]+(?=@)/gi, `$1${REDACTED}`],
];

/** Takes out of a text what stands under the name of a secret, or looks like one. */
export function redactNamed(text: string, isSecret: IsSecret): string {
  // Most values are one word, and say nothing of what they are.
  if (!/[:=< ]|eyJ/.test(text)) return text;
  const named = text
    .replace(AUTHORIZATION, (whole, lead: string, scheme: string, blank: string, value: string) =>
      isPlaceholder(value) ? whole : `${lead}${scheme}${blank}${REDACTED}`,
    )
    .replace(COOKIE, (whole, lead: string, value: string) =>
      isPlaceholder(value) ? whole : `${lead}${REDACTED}`,
    )
    .replace(LINE, (whole, lead: string, name: string, value: string) =>
      !isSecret(name) || /authorization$/i.test(name) || isHarmless(value.trim()) || isPlaceholder(value)
        ? whole
        : `${lead}${REDACTED}`,
    )
    .replace(FIELD, (whole, lead: string, name: string, value: string) =>
      isSecret(name) && !isHarmless(value) ? `${lead}${REDACTED}` : whole,
    )
    .replace(PAIR, (whole, name: string, between: string, value: string) =>
      !isSecret(name) || /authorization$/i.test(name) || isHarmless(value) || isCount(name, between, value)
        ? whole
        : `${name}${between}${inQuotes(value)}`,
    )
    .replace(ELEMENT, (whole, open: string, name: string) =>
      isSecret(name.replace(/^.*:/, "")) ? `${open}${REDACTED}` : whole,
    )
    .replace(PART, (whole, head: string, name: string) => (isSecret(name) ? `${head}${REDACTED}` : whole));
  return SHAPES.reduce((clean, [shape, instead]) => clean.replace(shape, instead), named);
}

/** What a report writes itself instead of credentials. */
function isPlaceholder(value: string): boolean {
  return value.startsWith("…") || value.startsWith(REDACTED);
}

// A truth value, nothing, or an empty text can be no secret.
function isHarmless(value: string): boolean {
  return /^(\\*["']{2}|\[("REDACTED",?)+\]|true|false|null|undefined|nothing|\$inputs\.\w+|…|REDACTED)$/.test(
    value,
  );
}

/** A JSON number, as its member's quotes tell. */
function isCount(name: string, between: string, value: string): boolean {
  return /^-?[\d.]+$/.test(value) && /^\\*"\s*:/.test(between) && !isSecretNumber(name);
}

function inQuotes(value: string): string {
  if (value.startsWith("[")) return `["${REDACTED}"]`;
  const quote = /^(\\*["']|)/.exec(value)?.[0] ?? "";
  return `${quote}${REDACTED}${quote}`;
}
