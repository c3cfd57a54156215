import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

export const ROOT: string = resolve(import.meta.dirname, "../../..");

/** A file of the project, by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The files that a pattern finds, built and installed ones left out. */
export function readFiles(pattern: string): SourceFile[] {
  const exclude = (name: string) => /(^|\/)(node_modules|dist)(\/|$)/.test(name);
  const paths = globSync(pattern, { cwd: ROOT, exclude }).map((path) => path.replaceAll("\\", "/"));
  return paths.sort().map((path) => ({ path, text: readFileSync(resolve(ROOT, path), "utf8") }));
}
