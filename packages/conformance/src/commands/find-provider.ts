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
import { clientOf, foldersUpwards, installedProviders } from "./installed-clients.ts";

/** A document to judge by, and the client to judge, if there is one. */
export interface Provider {
  readonly document: Document;
  /** Where it is known to deviate. */
  readonly errata: Errata;
  /** Loads the client; absent when only a document was named. */
  readonly loadClient?: () => Promise<ClientModule>;
}

const OVERLAY = "observed.overlay.yaml";

/**
 * Finds what a name on the command line stands for: the path of a document, or a provider. A provider's
 * document is in `specs/` of the workspace around `cwd`, or else in its client package, where it is installed.
 *
 * @throws TeachingError when it stands for nothing; the known providers are listed.
 */
export async function findProvider(name: string, cwd: string = process.cwd()): Promise<Provider> {
  if (/[./\\]/.test(name)) {
    const file = resolve(cwd, name);
    const document = await loadDocument(file);
    return { document, errata: await errataOf(document, join(dirname(file), OVERLAY)) };
  }
  const known = knownProviders(cwd);
  if (!known.includes(name)) {
    throw new TeachingError({
      what: `no such provider: ${name}`,
      expected:
        known.length > 0 ? `one of ${known.join(", ")}, or the path of an OpenAPI document` : noneKnown(name),
      example: `settled check ${known[0] ?? "./openapi.yaml"}`,
    });
  }
  const specs = specsFolder(cwd);
  const anchor = specs
    ? join(dirname(specs), "packages", `${name}-client`, "package.json")
    : join(cwd, "package.json");
  const require = createRequire(anchor);
  const client = clientOf(name);
  const file = specs ? join(specs, name, "openapi.yaml") : require.resolve(`${client}/openapi.json`);
  const document = await loadDocument(file, name);
  return {
    document,
    errata: await errataOf(document, join(dirname(file), OVERLAY)),
    loadClient: () => loadClient(client, require),
  };
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

/** The providers of the workspace around `cwd`, or else those whose client is installed there. */
export function knownProviders(cwd: string = process.cwd()): string[] {
  const specs = specsFolder(cwd);
  if (!specs) return installedProviders(cwd);
  return readdirSync(specs)
    .sort()
    .filter((name) => existsSync(join(specs, name, "openapi.yaml")));
}

/** `specs/` of the nearest folder upwards that is a pnpm workspace. */
function specsFolder(cwd: string): string | undefined {
  const root = foldersUpwards(cwd).find(
    (folder) => existsSync(join(folder, "specs")) && existsSync(join(folder, "pnpm-workspace.yaml")),
  );
  return root && join(root, "specs");
}

function noneKnown(name: string): string {
  return `its client, which has the document too (npm install --save-dev ${clientOf(name)}), or the path of an OpenAPI document, with --no-client or without`;
}
