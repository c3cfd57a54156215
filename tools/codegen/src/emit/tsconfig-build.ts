import { header } from "../print/header.ts";
import type { Edition } from "./edition.ts";

/** tsconfig.build.json: the declarations that are published; the modules are bundled. */
export function emitTsconfigBuild({ service }: Edition): string {
  return `${header(service)}
{
  "extends": "./tsconfig.json",
  "compilerOptions": {
    // What Node 20 and every browser have, and no more.
    "types": [],
    "lib": ["ES2022", "DOM", "DOM.Iterable"],
    "noEmit": false,
    "stripInternal": true,
    "rootDir": "src",
    "outDir": "dist"
  },
  "include": ["src"]
}
`;
}
