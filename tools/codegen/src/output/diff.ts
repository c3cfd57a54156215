import { relative } from "node:path";
import { createTwoFilesPatch } from "diff";
import type { Change } from "./plan.ts";

/** A change as a unified diff, from what is there to what codegen would write. */
export function printDiff({ path, before, after }: Change, root: string): string {
  const name = relative(root, path).replaceAll("\\", "/");
  return createTwoFilesPatch(
    before === undefined ? "/dev/null" : `a/${name}`,
    after === undefined ? "/dev/null" : `b/${name}`,
    before ?? "",
    after ?? "",
    undefined,
    undefined,
    { context: 2 },
  ).replace(/^=+\n/, "");
}
