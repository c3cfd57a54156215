import type { JsonObject } from "../json.ts";
import { fromPointer, type Path } from "../json-pointer.ts";
import { declarationsOf, type SchemaSite } from "./schemas-at.ts";

/** Whether a JSON pointer into a value leads to a member that the value's schema names. A number is any item. */
export function isDocumented(root: JsonObject, schema: Path, pointer: string): boolean {
  const steps = (fromPointer(`#${pointer}`) ?? []).map(String);
  const start: Pick<SchemaSite, "path" | "via">[] = [{ path: schema, via: undefined }];
  const found = steps.reduce((sites, step) => sites.flatMap((site) => membersAt(root, site, step)), start);
  return found.length > 0;
}

function membersAt(
  root: JsonObject,
  site: Pick<SchemaSite, "path" | "via">,
  step: string,
): Pick<SchemaSite, "path" | "via">[] {
  const named = declarationsOf(root, site, step);
  return named.length === 0 && /^\d+$/u.test(step) ? declarationsOf(root, site, "*") : named;
}
