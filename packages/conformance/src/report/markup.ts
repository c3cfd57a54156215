import { escapeUTF8 } from "entities/escape";

/** Text that is markup already. */
export interface Markup {
  readonly markup: string;
}

type Insert = string | number | Markup | undefined | readonly Insert[];

/**
 * Writes HTML or XML. Whatever is put into it is text, and is escaped, unless it was made by this same function.
 *
 * @example
 * markup`<p>${"1 < 2"}</p>`.markup; // "<p>1 &lt; 2</p>"
 */
export function markup(strings: TemplateStringsArray, ...inserts: Insert[]): Markup {
  const escapes = remembered.get(strings) ?? escapesOf(strings);
  const parts = strings.map((text, index) => text + write(inserts[index], escapes[index] ?? escapeUTF8));
  return { markup: parts.join("") };
}

type Escape = (text: string) => string;

const remembered = new WeakMap<TemplateStringsArray, readonly Escape[]>();

/**
 * Between tags, quotes mean nothing, and JSON is made of them: there they stay. In a tag, or where what is written here
 * does not tell, they do not.
 */
function escapesOf(strings: TemplateStringsArray): readonly Escape[] {
  let isBetween = false;
  const escapes = strings.map((text) => {
    const [bracket] = text.match(/[<>](?=[^<>]*$)/) ?? [];
    if (bracket !== undefined) isBetween = bracket === ">";
    return isBetween ? escapeBrackets : escapeUTF8;
  });
  remembered.set(strings, escapes);
  return escapes;
}

// XML has no `&nbsp;`, which those who write HTML would have it be.
function escapeBrackets(text: string): string {
  return text.replace(/[&<>]/g, escapeUTF8);
}

function write(insert: Insert, by: Escape): string {
  if (insert === undefined) return "";
  if (isList(insert)) return insert.map((one) => write(one, by)).join("");
  return typeof insert === "object" ? insert.markup : by(printable(String(insert)));
}

function isList(insert: Insert): insert is readonly Insert[] {
  return Array.isArray(insert);
}

// XML 1.0 §2.2: what is no character, no escape makes one.
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
}
