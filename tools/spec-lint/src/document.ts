import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import { BadInput } from "./bad-input.ts";
import { isObject, type JsonObject } from "./json.ts";
import type { Path } from "./json-pointer.ts";
import { type Position, positionIn } from "./position.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A spec's openapi.yaml, parsed, with the way back from a place in it to a line. */
export interface OpenApiDocument {
  /** The file as it is printed. */
  readonly file: string;
  readonly text: string;
  readonly root: JsonObject;
  readonly vocabulary: Vocabulary;
  readonly positionAt: (path: Path) => Position;
}

/** @throws BadInput if the file cannot be read, is not YAML, or is not an OpenAPI 3.1 document. */
export function loadDocument(path: string, file: string, vocabulary: Vocabulary): OpenApiDocument {
  return parseOpenApi(readText(path, file), file, vocabulary);
}

/** @throws BadInput if the text is not YAML, or is not an OpenAPI 3.1 document. */
export function parseOpenApi(text: string, file: string, vocabulary: Vocabulary): OpenApiDocument {
  if (text.trim() === "") throw new BadInput(`${file} is empty`, startLikeThis);

  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });
  const [error] = [...yaml.errors, ...yaml.warnings];
  if (error) throw new BadInput(`${file} is not valid YAML: ${error.message.trim()}`, "Mend the YAML first.");

  const root: unknown = yaml.toJS();
  if (!isObject(root)) throw new BadInput(`${file} holds ${kindOf(root)}, not an object`, startLikeThis);
  if (!("openapi" in root)) throw new BadInput(`${file} does not say which OpenAPI it is`, startLikeThis);
  if (!/^3\.1\.\d+$/.test(String(root.openapi))) {
    throw new BadInput(`${file} is OpenAPI ${String(root.openapi)}, and only 3.1 is read`, startLikeThis);
  }
  return { file, text, root, vocabulary, positionAt: (path) => positionIn(yaml, lines, path) };
}

const startLikeThis =
  "A spec begins with the line `openapi: 3.1.1`; specs/README.md has a whole one to start from.";

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new BadInput(
      `${file} cannot be read: ${(error as Error).message}`,
      "Check that the file is there and may be read.",
    );
  }
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing but comments";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
