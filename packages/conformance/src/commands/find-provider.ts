import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Document } from "../document/document.ts";
import { loadDocument } from "../document/load-document.ts";
import { loadErrata } from "../document/load-errata.ts";
import type { ClientModule } from "../run/client-caller.ts";
import { createErrata, type Errata } from "../run/explain-errata.ts";
import { TeachingError } from "../teaching-error.ts";
import { clientOf, isInstalled } from "./installed-clients.ts";

/** A document to judge by, and the client to judge, if there is one. */
export interface Provider {
  readonly document: Document;
  /** Where it is known to deviate. */
  readonly errata: Errata;
  /** Loads the client; absent when only a document was named. */
  readonly loadClient?: () => Promise<ClientModule>;
}

const DOCUMENT = "openapi.yaml";
const OVERLAY = "observed.overlay.yaml";

/**
 * Finds what a name on the command line stands for: the path of a document, or a provider. A provider's
 * document is in `specs/` of the workspace around `cwd`, or else in those that the kit brings along.
 *
 * @throws TeachingError when it stands for nothing; the known providers are listed.
 */
export async function findProvider(name: string, cwd: string = process.cwd()): Promise<Provider> {
  if (/[./\\]/.test(name)) {
    const file = resolve(cwd, name);
    const document = await loadDocument(file);
    return { document, errata: await errataOf(document, join(dirname(file), OVERLAY)) };
  }
  const specs = specsFor(cwd);
  const known = providersIn(specs.folder);
  if (!known.includes(name)) {
    throw new TeachingError({
      what: `no such provider: ${name}`,
      expected: `one of ${known.join(", ")}, or the path of an OpenAPI document`,
      example: `settled check ${known[0] ?? "./openapi.yaml"}`,
    });
  }
  const client = clientOf(name);
  const anchor = specs.isOwn ? cwd : join(dirname(specs.folder), "packages", `${name}-client`);
  const require = createRequire(join(anchor, "package.json"));
  const file = join(specs.folder, name, DOCUMENT);
  const document = await loadDocument(file, name);
  return {
    document,
    errata: await errataOf(document, join(dirname(file), OVERLAY)),
    loadClient: () => loadClient(client, require),
  };
}

/** The same, to be judged so: without its client, the judge sends the requests itself. */
export async function findJudged(name: string, { client = true }: ThroughClient): Promise<Provider> {
  const { loadClient: load, ...provider } = await findProvider(name);
  return client && load ? { ...provider, loadClient: load } : provider;
}

async function loadClient(client: string, require: NodeJS.Require): Promise<ClientModule> {
  try {
    return (await import(pathToFileURL(require.resolve(client)).href)) as ClientModule;
  } catch (cause) {
    throw new TeachingError(
      {
        what: `the client ${client} cannot be loaded: ${(cause as Error).message.split("\n")[0]}`,
        expected:
          "the client, installed or generated; or --no-client, so that the judge sends the requests itself",
        example: `npm install --save-dev ${client}`,
      },
      { cause },
    );
  }
}

async function errataOf(document: Document, overlay: string): Promise<Errata> {
  return createErrata(document, await loadErrata(overlay));
}

/** The providers of the workspace around `cwd`, or else those that the kit brings the documents of. */
export function knownProviders(cwd: string = process.cwd()): string[] {
  return providersIn(specsFor(cwd).folder);
}

/** Whether providers are judged through their clients, which is so by default. */
export interface ThroughClient {
  readonly client?: boolean;
}

/** Of the known ones, those that can be judged so: in a workspace all, elsewhere those whose client is installed. */
export function judgeableProviders({ client = true }: ThroughClient, cwd: string = process.cwd()): string[] {
  const { folder, isOwn } = specsFor(cwd);
  return providersIn(folder).filter((name) => !client || !isOwn || isInstalled(name, cwd));
}

/** Where documents are, and whether they are those that came with the kit. */
interface Specs {
  readonly folder: string;
  readonly isOwn: boolean;
}

/** `specs/` of the nearest folder upwards that is a pnpm workspace, or else the nearest upwards of the kit itself. */
function specsFor(cwd: string): Specs {
  const has = (folder: string) => existsSync(join(folder, "specs"));
  const workspace = foldersUpwards(cwd).find(
    (folder) => has(folder) && existsSync(join(folder, "pnpm-workspace.yaml")),
  );
  const root = workspace ?? foldersUpwards(import.meta.dirname).find(has) ?? "";
  return { folder: join(root, "specs"), isOwn: workspace === undefined };
}

function providersIn(specs: string): string[] {
  return readdirSync(specs)
    .sort()
    .filter((name) => existsSync(join(specs, name, DOCUMENT)));
}

/** A folder, and every folder that it is in. */
function foldersUpwards(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersUpwards(parent)];
}
