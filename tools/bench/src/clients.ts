import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A generated client, as far as a measurement needs to know it. */
export interface ClientPackage {
  /** The provider's name. */
  readonly name: string;
  readonly directory: string;
  /** Whether a security scheme of its signs requests. */
  readonly signs: boolean;
  /** The operation that it is measured with: the first that can be polled. */
  readonly id: string;
  readonly args: Readonly<Record<string, string>>;
}

interface Operation {
  readonly id: string;
  readonly parameters: Readonly<Record<string, { readonly in: string }>>;
}

export const ROOT: string = fileURLToPath(new URL("../../..", import.meta.url));

/** The clients of the workspace: the directory is the registry. */
export async function listClients(only: readonly string[]): Promise<ClientPackage[]> {
  const specs = await readdir(join(ROOT, "specs"), { withFileTypes: true });
  const names = specs.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no provider ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
  }
  const wanted = names.filter((name) => only.length === 0 || only.includes(name));
  return Promise.all(wanted.map(describeClient));
}

// By their paths: a tool imports no package, but these are what it measures.
async function describeClient(name: string): Promise<ClientPackage> {
  const directory = join(ROOT, "packages", `${name}-client`);
  const load = (file: string) => import(pathToFileURL(join(directory, "src", file)).href);
  const { service } = (await load("service.ts")) as { service: { securitySchemes: object } };
  const operations = Object.values((await load("operations.ts")) as Record<string, Operation>);
  const { waits } = (await load("waits.ts")) as { waits: object };
  const polled = operations.find(({ id }) => Object.hasOwn(waits, id));
  if (!polled) throw new Error(`${name} has no operation that is polled.`);
  const inPath = Object.entries(polled.parameters).filter(([, place]) => place.in === "path");
  return {
    name,
    directory,
    signs: Object.values(service.securitySchemes).some((scheme) => "isSigned" in scheme),
    id: polled.id,
    args: Object.fromEntries(inPath.map(([parameter]) => [parameter, "0a1b2c3d"])),
  };
}
