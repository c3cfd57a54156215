import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { extra } from "./installed.ts";

/** How a package manager does what a user wants of it. */
export interface PackageManager {
  readonly name: string;
  /** Undefined where it is not installed. */
  readonly command: readonly string[] | undefined;
  /** What an empty folder needs before it. */
  prepare?(folder: string): Promise<void>;
  /** The words that add packages. */
  readonly add: readonly string[];
  /** The words that make it ask the registry for what it asked a minute ago. */
  readonly afresh?: readonly string[];
  /** Whether a package finds those alone that it asks for itself. */
  readonly isStrict?: boolean;
  /** The words that run an installed command, or JavaScript. */
  readonly execute: readonly string[];
  readonly node: readonly string[];
}

const script = (file: string | undefined) => (file === undefined ? undefined : [process.execPath, file]);
const yarn = script(extra("yarn", "@yarnpkg/cli-dist/bin/yarn.js"));
const pnpm = script(extra("pnpm", "pnpm/bin/pnpm.cjs"));
const bun = extra("bun", ".bin/bun");
const node = [process.execPath];

export const PACKAGE_MANAGERS: readonly PackageManager[] = [
  {
    name: "npm",
    command: ["npm"],
    add: ["install", "--save-exact", "--no-audit", "--no-fund"],
    execute: ["exec", "--no", "--"],
    node,
  },
  { name: "pnpm", command: pnpm, add: ["add", "--save-exact"], execute: ["exec"], node, isStrict: true },
  {
    name: "yarn, node_modules",
    command: yarn,
    prepare: (folder) => writeFile(join(folder, ".yarnrc.yml"), "nodeLinker: node-modules\n"),
    add: ["add", "--exact"],
    execute: ["run"],
    node,
  },
  {
    name: "yarn, Plug'n'Play",
    command: yarn,
    prepare: (folder) => writeFile(join(folder, ".yarnrc.yml"), "nodeLinker: pnp\n"),
    add: ["add", "--exact"],
    execute: ["run"],
    node: [...(yarn ?? []), "node"],
  },
  {
    name: "bun",
    command: bun === undefined ? undefined : [bun],
    add: ["add", "--exact"],
    afresh: ["--no-cache"],
    execute: ["run"],
    node,
  },
];
