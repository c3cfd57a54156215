import { createHash } from "node:crypto";
import type { Json } from "../../document/json.ts";
import type { Violation } from "../violation.ts";
import { plainName } from "./plain-name.ts";
import type { Paging } from "./role.ts";
import type { Said } from "./said.ts";

/** One thing of a list. Keys fall from one to the next, and stay the same whatever is added before. */
export interface Entry {
  readonly key: number;
  readonly item: () => Json;
}

/** A part of a list. */
export interface Page {
  readonly entries: readonly Entry[];
  readonly total: number;
  /** How many items a page has. */
  readonly size: number;
  /** The token of the next page, where pages have tokens and there is one. */
  readonly next?: string;
}

export interface PageOptions {
  readonly operation: string;
  /** How many items a page has where nobody says. */
  readonly size: number;
  /** Whether a token, or the number of a page, is one that the document shows: that of what it shows. */
  readonly isShown: (start: Json) => boolean;
}

/** The page that a request asks for, or what is wrong with its token. */
export function pageOf(
  paging: Paging,
  entries: readonly Entry[],
  said: readonly Said[],
  options: PageOptions,
): Page | Violation {
  const sayer = (name: string | undefined) => {
    const plain = name === undefined ? undefined : plainName(name);
    return said.find((one) => one.plain === plain);
  };
  const asked = Number(sayer(paging.size)?.value ?? options.size);
  const size = Number.isInteger(asked) && asked > 0 ? asked : options.size;
  const { style } = paging;
  const start = sayer(style.parameter);
  if (style.by === "token") return pageAfter(style.parameter, entries, size, start, options);
  const given = Math.max(0, Number(start?.value ?? 0) || 0);
  const offset = style.by === "offset" ? given : Math.max(0, given - 1) * size;
  return pageFrom(offset, entries, size, start, options);
}

/** The page that begins with so many entries before it. */
function pageFrom(
  offset: number,
  entries: readonly Entry[],
  size: number,
  start: Said | undefined,
  { isShown }: PageOptions,
): Page {
  const total = entries.length;
  // Where the document asks for a page that its one item is not on, it means the one that it shows.
  const isBeyond = offset >= total && start !== undefined && entries.every(({ key }) => key < 0);
  const first = isBeyond && isShown(start.value) ? 0 : offset;
  return { entries: entries.slice(first, first + size), total, size };
}

/** The page that a token stands for: what comes after the last entry of the page that told it. */
function pageAfter(
  parameter: string,
  entries: readonly Entry[],
  size: number,
  start: Said | undefined,
  { operation, isShown }: PageOptions,
): Page | Violation {
  const token = String(start?.value ?? "");
  const last = token === "" || isShown(token) ? undefined : readToken(operation, token);
  if (last === null) {
    return {
      mistake: "parameterInvalid",
      at: `${start?.place ?? "query"} parameter ${parameter}`,
      expected: "a token that an answer gave",
      received: token.slice(0, 80),
      name: parameter,
    };
  }
  const ahead = last === undefined ? entries : entries.filter(({ key }) => key < last);
  const shown = ahead.slice(0, size);
  const bottom = shown.at(-1);
  const next = bottom && ahead.length > size ? writeToken(operation, bottom.key) : undefined;
  return { entries: shown, total: entries.length, size, ...(next !== undefined && { next }) };
}

/** Opaque: whoever makes one up has it refused. It tells no secret, so that any world can read it. */
function writeToken(operation: string, key: number): string {
  return Buffer.from(`${key}.${seal(operation, key)}`).toString("base64url");
}

function readToken(operation: string, token: string): number | null {
  const [key = "", sealed] = Buffer.from(token, "base64url").toString("latin1").split(".");
  return /^-?\d+$/.test(key) && sealed === seal(operation, Number(key)) ? Number(key) : null;
}

function seal(operation: string, key: number): string {
  return createHash("sha256").update(`page of ${operation} after ${key}`).digest("hex").slice(0, 24);
}
