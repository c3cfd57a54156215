import { isObject, type Json } from "../../document/json.ts";
import { stepsOf } from "../../document/pointer.ts";
import type { Model } from "./model.ts";
import type { Page } from "./pages.ts";
import { FRAME } from "./pictures.ts";
import { putAt, removeAt, valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Paging, Role } from "./role.ts";
import type { Said } from "./said.ts";
import { schemaAt } from "./schema-at.ts";
import type { Shelf } from "./shelf.ts";
import type { Views } from "./views.ts";

/** The body around the items of a page: how many there are, and where the next begins. */
export function framePage(
  model: Model,
  views: Views,
  role: Role & { readonly paging: Paging },
  shelf: Shelf,
  said: readonly Said[],
  items: Json[],
  page: Pick<Page, "total" | "size" | "next">,
): Json {
  const { paging, media } = role;
  const { easel } = views;
  const asked = said.filter(({ place, plain }) => place !== "header" && !model.families.has(plain));
  let body = views.show(
    role,
    { id: () => undefined, said: [Object.fromEntries(asked.map(({ plain, value }) => [plain, value]))] },
    FRAME,
  );
  body = putAt(body, paging.items, items);
  if (paging.total !== undefined) put(stepsOf(paging.total), page.total);
  const names = isObject(body) ? Object.keys(body) : [];
  const plainSize = paging.size === undefined ? undefined : plainName(paging.size);
  const size = names.find((name) => plainName(name) === plainSize);
  if (size !== undefined) put([size], page.size);
  if (paging.style.by === "token") {
    const next = stepsOf(paging.style.next);
    if (page.next !== undefined) put(next, page.next);
    else if (valueAtSteps(shelf.frame, next) !== "") clear(next);
  }
  for (const name of names) {
    if (plainName(name) === "istruncated") put([name], page.next !== undefined);
  }
  return body;

  // Numbers that travel as text stay text.
  function put(steps: readonly string[], value: Json): void {
    const schema = schemaAt(easel.root, media?.schema, steps);
    if (schema === undefined || easel.fits(schema, value)) body = putAt(body, steps, value);
    else if (easel.fits(schema, String(value))) body = putAt(body, steps, String(value));
  }
  function clear(steps: readonly string[]): void {
    removeAt(body, steps);
    if (media?.schema && !easel.fits(media.schema, body)) body = putAt(body, steps, "");
  }
}
