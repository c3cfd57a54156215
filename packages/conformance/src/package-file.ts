import { readFileSync } from "node:fs";

/** A file of this package. It is one folder up from here, and from where the build puts this. */
export function packageFile(name: string): URL {
  return new URL(`../${name}`, import.meta.url);
}

const manifest: { readonly version: string } = JSON.parse(readFileSync(packageFile("package.json"), "utf8"));

/** Version of this package. */
export const VERSION: string = manifest.version;
