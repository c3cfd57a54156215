import { isObject, type Json } from "../../document/json.ts";
import { stepsOf } from "../../document/pointer.ts";
import { journalPlace } from "./journal-entries.ts";
import { listSamples } from "./list-samples.ts";
import type { Model } from "./model.ts";
import { copyWith, valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Paging, Role } from "./role.ts";
import { schemaAt } from "./schema-at.ts";
import type { Views } from "./views.ts";

/** What is known of a list before anybody asks. */
export interface Shelf {
  readonly items: readonly Json[];
  /** The body around the items. */
  readonly frame: Json;
  /** Where in an item the id stands that other operations take. */
  readonly id?: { readonly family: string; readonly steps: readonly string[] };
  /** The kind of thing that it lists. */
  readonly kind: string | undefined;
  readonly isJournal: boolean;
  readonly size: number;
}

/** Reads what the document shows of a list. */
export function shelve(model: Model, views: Views, role: Role, paging: Paging): Shelf {
  const { easel } = views;
  const { root } = easel;
  const bodies = role.samples.map(({ value }) => value);
  const frame =
    bodies.find((body) => itemsIn(body, paging).length > 0) ?? bodies[0] ?? role.draft?.value ?? {};
  const documented = itemsIn(frame, paging);
  const item = schemaAt(root, role.media?.schema, [...paging.items, "*"]);
  const isJournal =
    !role.status && role.subjects.size > 0 && journalPlace(frame)?.join("/") === paging.items.join("/");
  const id = idPlace(model, role, paging, documented[0]);
  const kind = kindOf(model, role, id?.family);
  const items =
    role.status || isJournal
      ? documented
      : listSamples(documented, role.operation.id, (one) => item === undefined || easel.fits(item, one));
  return {
    items: items.map((one) => copyWith(one, [])),
    frame,
    ...(id && { id }),
    kind,
    isJournal,
    size: sizeOf(views, role, paging, frame),
  };
}

function itemsIn(body: Json, { items }: Paging): readonly Json[] {
  const found = valueAtSteps(body, items);
  return Array.isArray(found) ? found : [];
}

/** Where an item has the id that other operations take: where a link finds it, or under the name of their argument. */
function idPlace(model: Model, role: Role, paging: Paging, item: Json | undefined): Shelf["id"] {
  const linked = role.shows.find(
    ({ steps }) => steps && paging.items.every((step, index) => steps[index] === step),
  );
  if (linked?.steps) return { family: linked.family, steps: linked.steps.slice(paging.items.length + 1) };
  const argumentsOf = new Set([
    ...role.examples.keys(),
    ...role.operation.parameters.map(({ name }) => plainName(name)),
  ]);
  const member = Object.keys(isObject(item) ? item : {}).find((name) => {
    const family = model.families.get(plainName(name));
    return family !== undefined && (role.status || !argumentsOf.has(plainName(name)));
  });
  const family = member === undefined ? undefined : model.families.get(plainName(member));
  return member === undefined || family === undefined ? undefined : { family, steps: [member] };
}

function kindOf(model: Model, role: Role, family: string | undefined): string | undefined {
  if (role.kind !== undefined) return role.kind;
  const others = [...model.operations.values()].filter(({ kind }) => kind !== undefined);
  if (role.status) return others.find(({ status }) => status?.schema === role.status?.schema)?.kind;
  if (family === undefined) return undefined;
  return others.find(({ creates, shows }) => creates && shows.some((shown) => shown.family === family))?.kind;
}

function sizeOf({ easel: { root } }: Views, role: Role, paging: Paging, frame: Json): number {
  const { size } = paging;
  if (size === undefined) return 10;
  const parameter = role.operation.parameters.find(({ name }) => name === size)?.schema;
  const schema = parameter ?? schemaAt(root, role.operation.requestBody?.content[0]?.schema, [size]);
  const node = schema === undefined ? undefined : valueAtSteps(root, stepsOf(schema));
  const member = isObject(frame)
    ? Object.entries(frame).find(([name]) => plainName(name) === plainName(size))
    : undefined;
  const fallback = isObject(node) && typeof node.default === "number" ? node.default : Number(member?.[1]);
  return fallback > 0 ? fallback : 10;
}
