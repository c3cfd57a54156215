import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { BadInput } from "./bad-input.ts";

/** The providers under a folder of specs: every folder that holds an openapi.yaml. The directory is the registry. */
export function listProviders(specsRoot: string): string[] {
  const providers = foldersIn(specsRoot).filter((folder) => existsSync(specFile(specsRoot, folder)));
  if (providers.length === 0) {
    throw new BadInput(
      `${specsRoot} holds no spec`,
      "A spec is a folder, named after its provider, with an openapi.yaml in it.",
    );
  }
  return providers.sort();
}

/** The providers that were asked for, all if none was. @throws BadInput if there is no such provider. */
export function chooseProviders(specsRoot: string, asked: readonly string[]): string[] {
  const known = listProviders(specsRoot);
  const unknown = asked.find((provider) => !known.includes(provider));
  if (unknown !== undefined)
    throw new BadInput(`There is no provider "${unknown}"`, `Known providers: ${known.join(", ")}.`);
  return asked.length > 0 ? [...new Set(asked)] : known;
}

export function specFile(specsRoot: string, provider: string): string {
  return join(specsRoot, provider, "openapi.yaml");
}

function foldersIn(specsRoot: string): string[] {
  try {
    return readdirSync(specsRoot, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch (error) {
    throw new BadInput(
      `${specsRoot} cannot be read: ${(error as Error).message}`,
      "Give the folder of the specs with --specs.",
    );
  }
}
