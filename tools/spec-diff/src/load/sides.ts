import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { BadInput } from "../bad-input.ts";
import { type Edition, readEdition } from "./edition.ts";
import type { Git } from "./git.ts";

const OVERLAY = "observed.overlay.yaml";

/** One version of a spec, and how it is called. */
export interface Side {
  readonly edition: Edition;
  readonly label: string;
}

/** Reads a spec from a file, with the overlay beside it. */
export async function readFileSide(root: string, path: string): Promise<Side> {
  const file = resolve(path);
  const name = relative(root, file);
  const overlay = join(dirname(file), OVERLAY);
  const edition = await readEdition({
    name,
    document: await readText(file, name),
    overlay: existsSync(overlay) ? await readText(overlay, relative(root, overlay)) : undefined,
  });
  return { edition, label: name };
}

/** Reads the spec of a provider as it stands in the working tree. */
export async function readWorkingTree(root: string, provider: string): Promise<Side> {
  const { edition } = await readFileSide(root, join(root, "specs", provider, "openapi.yaml"));
  return { edition, label: "working tree" };
}

/**
 * Reads the spec of a provider as it stood in a revision; `undefined` if there was none.
 *
 * @throws BadInput if there is no such revision
 */
export async function readRevision(git: Git, revision: string, provider: string): Promise<Side | undefined> {
  if (!(await git.commit(revision))) {
    throw new BadInput(`there is no revision ${revision}`, "Give a commit, a branch, a tag or a file.");
  }
  const folder = `specs/${provider}`;
  const document = await git.show(revision, `${folder}/openapi.yaml`);
  if (document === undefined) return undefined;
  const name = `${folder}/openapi.yaml at ${revision}`;
  const overlay = await git.show(revision, `${folder}/${OVERLAY}`);
  return { edition: await readEdition({ name, document, overlay }), label: revision };
}

/** Whether an argument names a file rather than a provider or a revision. */
export function isFile(argument: string): boolean {
  return /\.(ya?ml|json)$/i.test(argument) || (existsSync(argument) && statSync(argument).isFile());
}

function readText(file: string, name: string): Promise<string> {
  return readFile(file, "utf8").catch(({ code }: NodeJS.ErrnoException) => {
    throw new BadInput(`${name} cannot be read (${code})`, "Give a file that is there: old.yaml new.yaml.");
  });
}
