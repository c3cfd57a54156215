import { LineCounter, parseDocument, type Document as Yaml } from "yaml";
import { TeachingError } from "../teaching-error.ts";
import { isObject, type JsonObject } from "./json.ts";
import { type Pointer, stepsOf } from "./pointer.ts";

/** The text of a document, parsed, and able to say on which line a thing stands. */
export interface Source {
  readonly root: JsonObject;
  /** `file:line:column #/pointer` of the nearest thing that the file holds. */
  locate(pointer: Pointer): string;
}

/**
 * Parses YAML or JSON (YAML 1.2 holds JSON whole).
 *
 * @throws TeachingError when the text is not YAML or holds no object.
 */
export function parseSource(file: string, text: string): Source {
  const { yaml, lines } = parseText(file, text);
  const root = toRoot(file, yaml);
  if (!isObject(root)) {
    throw new TeachingError({
      what: "the file holds no object",
      where: file,
      expected: "an OpenAPI document",
      example: "openapi: 3.1.1",
    });
  }
  return { root, locate: (pointer) => `${position(pointer)} ${pointer}` };

  function position(pointer: Pointer): string {
    const steps = stepsOf(pointer);
    for (let length = steps.length; length > 0; length -= 1) {
      const node = yaml.getIn(steps.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) {
        const { line, col } = lines.linePos(node.range[0]);
        return `${file}:${line}:${col}`;
      }
    }
    return file;
  }
}

/** @throws TeachingError when its aliases come to more than there is room for. */
function toRoot(file: string, yaml: Yaml.Parsed): unknown {
  try {
    let aliases = 0;
    const root = yaml.toJS({ onAnchor: (_, count) => (aliases += count) });
    // One may lead back to what it stands in, which JSON cannot say, and nobody could walk.
    if (aliases > 0) JSON.stringify(root);
    return root;
  } catch (cause) {
    const [why] = (cause as Error).message.split("\n");
    const lesson = { what: `not YAML that can be read: ${why}`, where: file };
    const expected =
      "an OpenAPI document whose aliases (`*name`) come to no more than a document's worth, and to an end";
    throw new TeachingError({ ...lesson, expected }, { cause });
  }
}

/** A text as YAML, which knows where each of its things begins. */
export interface ParsedText {
  readonly yaml: Yaml.Parsed;
  readonly lines: LineCounter;
}

/** @throws TeachingError when the text is not YAML. */
export function parseText(file: string, text: string): ParsedText {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });
  const [broken] = yaml.errors;
  if (!broken) return { yaml, lines };
  throw new TeachingError({
    // What the parser has to say to programmers is of no use to who wrote the text.
    what: `not YAML: ${broken.message.split("\n")[0]?.replace(/; please use \S+/, "")}`,
    where: `${file}:${broken.linePos?.[0].line ?? 1}:${broken.linePos?.[0].col ?? 1}`,
    expected: "an OpenAPI document in YAML or JSON",
    example: "openapi: 3.1.1",
  });
}
