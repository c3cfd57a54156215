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
  const parts = strings.map((text, index) => text + (index < inserts.length ? write(inserts[index]) : ""));
  return { markup: parts.join("") };
}

function write(insert: Insert): string {
  if (insert === undefined) return "";
  if (isList(insert)) return insert.map(write).join("");
  return typeof insert === "object" ? insert.markup : escapeUTF8(printable(String(insert)));
}

function isList(insert: Insert): insert is readonly Insert[] {
  return Array.isArray(insert);
}

// XML 1.0 §2.2: what is no character, no escape makes one.
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
}
