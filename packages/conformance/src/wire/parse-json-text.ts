import { findJsonError } from "./find-json-error.ts";

/**
 * What is in a JSON file that somebody hands over, with or without a byte order mark.
 *
 * @throws SyntaxError that says where it is no JSON, and shows no more of it than one character: it may be the wrong
 * file, with secrets in it.
 */
export function parseJsonText(text: string): unknown {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    throw new SyntaxError(`no JSON: ${findJsonError(json)}`);
  }
}
