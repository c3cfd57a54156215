import type { Document } from "../../document/document.ts";
import { isSuccess } from "../../document/documented-response.ts";
import { isoDuration } from "../../document/iso-duration.ts";
import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import { follow, members, objectAt } from "../../document/navigate.ts";
import { below } from "../../document/pointer.ts";
import { SESSION } from "../../document/vocabulary.ts";
import { parseResponsePlace, type ResponsePlace } from "./response-place.ts";
import type { Life } from "./sessions.ts";

/** One way to ask for a session, or for the ticket that a session is had for. */
export interface Door extends Life {
  /** Name of the security scheme that the session is for. */
  readonly scheme: string;
  /** operationId of what is asked. */
  readonly operation: string;
  /** Its arguments by name; a text `$inputs.name` in them stands for what the caller gives. */
  readonly arguments: JsonObject;
  /** The inputs that need not be given. */
  readonly optional: readonly string[];
  /** Where in the answer the token goes, if it leads into a session at once. */
  readonly token?: ResponsePlace;
  /** Where in the answer it goes when the token lapses. */
  readonly expires?: ResponsePlace;
  /** Where in the answer tickets go, if a second operation takes them. */
  readonly tickets: readonly ResponsePlace[];
}

/** The ways into a document's sessions, and out of them. */
export interface Doors {
  /** By operationId. */
  readonly entries: ReadonlyMap<string, readonly Door[]>;
  /** Names of the security schemes whose sessions an operation ends, by operationId. */
  readonly exits: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads `x-session` off all security schemes of a document. */
export function readDoors(document: Document): Doors {
  const ways = Object.keys(document.securitySchemes).flatMap((scheme) =>
    waysOf(document.root, scheme).map((way) => ({ scheme, way })),
  );
  const doors = ways.flatMap(({ scheme, way }) => doorsOf(document, scheme, way));
  const exits = ways.filter(({ way }) => typeof way.logout === "string");
  return {
    entries: Map.groupBy(doors, ({ operation }) => operation),
    exits: new Map(
      [...Map.groupBy(exits, ({ way }) => String(way.logout))].map(([operation, some]) => [
        operation,
        new Set(some.map(({ scheme }) => scheme)),
      ]),
    ),
  };
}

function waysOf(root: JsonObject, scheme: string): JsonObject[] {
  const pointer = follow(root, below("#/components/securitySchemes", scheme));
  const ways = objectAt(root, pointer)[SESSION];
  return Array.isArray(ways) ? ways.filter(isObject) : [];
}

function doorsOf(document: Document, scheme: string, way: JsonObject): Door[] {
  const own = {
    scheme,
    operation: String(way.login),
    arguments: isObject(way.arguments) ? way.arguments : {},
    optional: Array.isArray(way.optional) ? way.optional.map(String) : [],
  };
  const inside = { ...placesOf(way), ...lifeOf(way) };
  if (typeof way.then !== "string") return [{ ...own, ...inside, tickets: [] }];
  const { tickets, handed } = readLink(document, own.operation, way.then);
  const second = { scheme, operation: way.then, arguments: handed, optional: [], tickets: [] };
  return [
    { ...own, tickets },
    { ...second, ...inside },
  ];
}

function placesOf({ token, expires }: JsonObject): Pick<Door, "token" | "expires"> {
  const tokenPlace = parseResponsePlace(token);
  const expiresPlace = parseResponsePlace(expires);
  return { ...(tokenPlace && { token: tokenPlace }), ...(expiresPlace && { expires: expiresPlace }) };
}

function lifeOf(way: JsonObject): Life {
  const idle = isoDuration(way.idle);
  const lifetime = isoDuration(way.lifetime);
  return { ...(idle !== undefined && { idle }), ...(lifetime !== undefined && { lifetime }) };
}

interface Handover {
  /** Where in the first answer stands what the second operation takes. */
  readonly tickets: ResponsePlace[];
  /** The arguments of the second operation, with an input for each ticket. */
  readonly handed: JsonObject;
}

/** What a link hands over from an operation's success to the next. */
function readLink({ root, operations }: Document, from: string, to: string): Handover {
  const responses = Object.values(operations.find(({ id }) => id === from)?.responses ?? {});
  const links = responses
    .filter(({ status }) => isSuccess(status))
    .flatMap(({ pointer }) => members(root, below(pointer, "links")))
    .map(([, at]) => objectAt(root, follow(root, at)));
  const link = links.find(({ operationId }) => operationId === to) ?? {};
  const { parameters, requestBody } = link;
  const named = Object.entries(isObject(parameters) ? parameters : {}).map(
    // OAS 3.1.1 §4.8.20: a name may say the place of its parameter.
    ([name, value]) => [name.replace(/^(path|query|header|cookie)\./, ""), value] as const,
  );
  const body = isObject(requestBody) || requestBody === undefined ? requestBody : { body: requestBody };
  const given: JsonObject = { ...Object.fromEntries(named), ...body };
  const tickets = expressionsIn(given).flatMap((expression) => parseResponsePlace(expression) ?? []);
  return { tickets, handed: withInputs(given) as JsonObject };
}

function expressionsIn(value: Json): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(expressionsIn) : [];
}

/** What comes of the first answer is an input of the second request; what comes of the first request is left open. */
function withInputs(value: Json): Json {
  if (typeof value === "string") return parseResponsePlace(value) ? "$inputs.ticket" : value;
  if (Array.isArray(value)) return value.map(withInputs);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => !String(member).startsWith("$request"));
  return Object.fromEntries(kept.map(([name, member]) => [name, withInputs(member)]));
}
