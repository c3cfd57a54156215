import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { VERSION } from "../package-file.ts";
import { asciiJson } from "./ascii-json.ts";
import { type KeptFiles, keptFiles } from "./kept-files.ts";

/** Values that were made once, each by what it was made of. */
export interface KeptJson {
  has(...madeOf: readonly string[]): boolean;
  /** `undefined` where nothing is kept. */
  read<Value>(...madeOf: readonly string[]): Value | undefined;
  /** What JSON cannot hold is not kept. */
  write(value: object, ...madeOf: readonly string[]): Promise<void>;
}

/**
 * Values of one kind. They are good for this build alone, since they are made by its code: what runs from its sources
 * has no build, and keeps nothing.
 */
export function keptJson(kind: string, files: KeptFiles | undefined = filesOfBuild()): KeptJson {
  const nameOf = (madeOf: readonly string[]) => {
    const made = JSON.stringify([VERSION, BUILD, ...madeOf]);
    return `${createHash("sha256").update(made).digest("hex")}.${kind}.json`;
  };
  return {
    has: (...madeOf) => files !== undefined && existsSync(join(files.folder, nameOf(madeOf))),
    read: <Value>(...madeOf: readonly string[]) => parse(files?.read(nameOf(madeOf))) as Value | undefined,
    async write(value, ...madeOf) {
      if (!files) return;
      const text = asciiJson(value);
      if (isDeepStrictEqual(JSON.parse(text), value)) await files.write(nameOf(madeOf), text);
    },
  };
}

// The build names its files after what is in them, so that this is another one as soon as anything is.
const BUILD = import.meta.url.split("/").at(-1) ?? "";

function filesOfBuild(): KeptFiles | undefined {
  return BUILD.endsWith(".ts") ? undefined : keptFiles();
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
