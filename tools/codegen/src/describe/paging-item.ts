import { fromPointer } from "../spec/json-pointer.ts";
import { fieldType, successesWith } from "./field-type.ts";
import type { Operation } from "./operation.ts";

/** The TypeScript type of what an operation lists page by page; undefined if it does not. */
export function pagingItem({ paging, responses }: Operation): string | undefined {
  if (!paging) return undefined;
  const list = fromPointer(`#${paging.items}`);
  const types = successesWith(responses, list).map(({ jsonType }) => fieldType(jsonType, [...list, "[]"]));
  return [...new Set(types)].join(" | ") || "unknown";
}
