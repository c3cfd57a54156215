import { isObject, type JsonObject } from "../json.ts";
import { type Path, toPointer } from "../json-pointer.ts";
import type { ResponseBody } from "./response-bodies.ts";
import { declarationsOf, type SchemaSite, schemasAt } from "./schemas-at.ts";

/** Where a body holds its machine code: the member names that lead there, `*` for the items of a list. */
export type CodePlace = readonly string[];

/** One place in the document that declares the code of one body. */
export interface CodeSite {
  readonly body: ResponseBody;
  readonly place: CodePlace;
  readonly path: Path;
  readonly node: JsonObject;
  /** Whether more than one body comes by it through the same schema under `components`. */
  readonly isShared: boolean;
}

/** The places that bear `x-lro-error-code` in any response: what is a code in one response is a code in all. */
export function codePlaces(root: JsonObject, bodies: readonly ResponseBody[]): CodePlace[] {
  const places = bodies.flatMap(({ schema }) => placesBelow(root, schema));
  return [...new Map(places.map((place) => [place.join("/"), place])).values()];
}

/** Every declaration of the code at a place, for every body that has it. */
export function codeDeclarations(
  root: JsonObject,
  bodies: readonly ResponseBody[],
  place: CodePlace,
): CodeSite[] {
  const usersOf = new Map<string, Set<ResponseBody>>();
  const found = bodies.flatMap((body) =>
    declarationsAt(root, body.schema, place).map((site) => ({ body, site })),
  );
  for (const { body, site } of found) {
    if (!site.via) continue;
    const users = usersOf.get(toPointer(site.via)) ?? new Set();
    usersOf.set(toPointer(site.via), users.add(body));
  }
  return found.map(({ body, site: { path, node, via } }) => {
    const isShared = via !== undefined && (usersOf.get(toPointer(via))?.size ?? 0) > 1;
    return { body, place, path, node, isShared };
  });
}

/** Every schema that declares what stands at a place of a body, and by which shared schema it got there. */
export function declarationsAt(root: JsonObject, schema: Path, place: CodePlace): SchemaSite[] {
  const [first, ...rest] = place;
  if (first === undefined) return [];
  const start = declarationsOf(root, { path: schema, via: undefined }, first);
  return rest.reduce((sites, member) => sites.flatMap((site) => declarationsOf(root, site, member)), start);
}

// Breadth first, and each schema once: the shallowest place wins, and one that contains itself comes to an end.
function placesBelow(root: JsonObject, schema: Path): CodePlace[] {
  const places: CodePlace[] = [];
  const seen = new Set<string>();
  const queue: { path: Path; place: CodePlace }[] = [{ path: schema, place: [] }];
  for (const { path, place } of queue) {
    const sites = schemasAt(root, path);
    if (place.length > 0 && sites.some(({ node }) => "x-lro-error-code" in node)) places.push(place);
    for (const site of sites) {
      if (seen.has(toPointer(site.path))) continue;
      seen.add(toPointer(site.path));
      for (const { member, at } of membersOf(site)) queue.push({ path: at, place: [...place, member] });
    }
  }
  return places;
}

function membersOf({ path, node }: SchemaSite): { member: string; at: Path }[] {
  const names = isObject(node.properties) ? Object.keys(node.properties) : [];
  const properties = names.map((member) => ({ member, at: [...path, "properties", member] }));
  return isObject(node.items) ? [...properties, { member: "*", at: [...path, "items"] }] : properties;
}
