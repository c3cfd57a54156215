import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { BadInput } from "./bad-input.ts";
import { isObject, type JsonObject, listOf } from "./json.ts";

/** One `x-` keyword, as vocabulary.schema.json describes it. */
export interface Keyword {
  readonly name: string;
  readonly description: string;
  /** The OpenAPI objects that it may stand on, by the names of OAS 3.1.1 §4.8. */
  readonly standsOn: readonly string[];
  /** The keywords without which it says nothing: they stand beside it. */
  readonly needs: readonly string[];
  /** Values that are well written: at least one. */
  readonly examples: readonly unknown[];
}

/** The `x-` keywords that exist. */
export interface Vocabulary {
  readonly keywords: ReadonlyMap<string, Keyword>;
  /** What is wrong with the value of a known keyword; paths start below the object that holds it. */
  readonly checkValue: (name: string, value: unknown) => readonly ErrorObject[];
}

/** @throws BadInput if the folder has no vocabulary.schema.json, or if it is no JSON Schema of keywords. */
export function loadVocabulary(specsRoot: string): Vocabulary {
  const file = join(specsRoot, "vocabulary.schema.json");
  try {
    return createVocabulary(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new BadInput(
      `${file} cannot be used: ${(error as Error).message}`,
      "The folder of the specs holds vocabulary.schema.json, a JSON Schema with one property per x- keyword.",
    );
  }
}

/** @throws Error if the schema has no `properties`, or does not compile. */
export function createVocabulary(schema: unknown): Vocabulary {
  if (!isObject(schema) || !isObject(schema.properties)) throw new Error("it has no `properties`");

  // Not strictTypes: it judges the `x-` members of one object, and says so once, at the top.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true, verbose: true });
  ajv.addKeyword(placeKeyword);
  const validate = ajv.compile(schema);

  const keywords = Object.entries(schema.properties).map(([name, entry]) =>
    keywordOf(name, isObject(entry) ? entry : {}, schema.dependentRequired),
  );
  return {
    keywords: new Map(keywords.map((keyword) => [keyword.name, keyword])),
    checkValue: (name, value) => {
      validate({ [name]: value });
      // What it needs beside it is not there, since it stands here alone.
      return (validate.errors ?? []).filter(({ keyword }) => keyword !== "dependentRequired");
    },
  };
}

const placeKeyword = "x-stands-on";

function keywordOf(name: string, entry: JsonObject, needs: unknown): Keyword {
  return {
    name,
    description: String(entry.description ?? ""),
    standsOn: listOf(entry[placeKeyword] ?? ["Schema Object"]).map(String),
    needs: listOf(isObject(needs) ? needs[name] : []).map(String),
    examples: "const" in entry ? [entry.const] : listOf(entry.examples ?? [true]),
  };
}
