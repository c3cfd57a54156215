import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { TeachingError } from "../teaching-error.ts";
import { checkConfig } from "./check-config.ts";
import type { SettledConfig } from "./define-config.ts";
import { importTypeScript } from "./import-typescript.ts";

/** A configuration, and the folder that its paths are told from. */
export interface LoadedConfig {
  readonly config: SettledConfig;
  readonly folder: string;
  /** Absent: there is none. */
  readonly file?: string;
}

const NAMES = ["ts", "mts", "js", "mjs", "json"].map((ending) => `settled.config.${ending}`);

/**
 * Loads `settled.config.ts` (or `.mts`, `.js`, `.mjs`, `.json`) of a folder, or the file that is named. There need not
 * be any.
 *
 * @throws TeachingError when it cannot be read, or says what no configuration can say.
 */
export async function loadConfig(named?: string, cwd: string = process.cwd()): Promise<LoadedConfig> {
  const file =
    named === undefined ? NAMES.map((name) => join(cwd, name)).find(existsSync) : resolve(cwd, named);
  if (file === undefined) return { config: {}, folder: cwd };
  const config = await read(file);
  checkConfig(config, file);
  return { config: config as SettledConfig, folder: dirname(file), file };
}

async function read(file: string): Promise<unknown> {
  const { href } = pathToFileURL(file);
  try {
    return await importDefault(href);
  } catch (cause) {
    const { message } = cause as Error;
    throw new TeachingError(
      {
        what: `cannot load the configuration: ${message.split("\n")[0]}`,
        where: file,
        expected: "a module with a default export, or JSON; of TypeScript, types that can be stripped away",
        example: 'export default { ids: { jobId: "0d1c4a52" } };',
      },
      { cause },
    );
  }
}

async function importDefault(href: string): Promise<unknown> {
  try {
    const loaded = href.endsWith(".json") ? import(href, { with: { type: "json" } }) : import(href);
    return ((await loaded) as { default?: unknown }).default;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ERR_UNKNOWN_FILE_EXTENSION") throw cause;
    if (!/\.m?ts$/.test(href)) throw cause;
    return await importTypeScript(href);
  }
}
