import { header } from "../print/header.ts";
import type { Edition } from "./edition.ts";

/** tsconfig.json: sources and tests, checked only. */
export function emitTsconfig({ service }: Edition): string {
  return `${header(service)}
{
  "extends": "../../tsconfig.base.json",
  // The judge, which test/ imports, is a Node program; the build proves that src needs none of it.
  "compilerOptions": { "types": ["node"] },
  "include": ["src", "test"]
}
`;
}
