import { percentDecode } from "../../wire/percent-decode.ts";
import { type Judge, type ReadFields, readParameters } from "./read-fields.ts";
import { readJoined } from "./read-value.ts";
import type { RequestPlan } from "./request-plan.ts";

const NOTHING: ReadFields = { values: {}, violations: [] };

/** The parameters of a path. The first segments are the server's, and no part of what the operation documents. */
export function readPath(judge: Judge, { path, segments }: RequestPlan, pathname: string): ReadFields {
  if (path.length === 0) return NOTHING;
  // A parameter is never empty: a slash at the end belongs to the address (`routeTable`).
  const sent = pathname.replace(/\/$/, "").split("/").slice(-segments.length);
  const values = new Map<string, string>();
  for (const [index, { names, pattern }] of segments.entries()) {
    if (names.length === 0) continue;
    const groups = pattern.exec(percentDecode(sent[index] ?? "")) ?? [];
    for (const [group, name] of names.entries()) values.set(name, groups[group + 1] ?? "");
  }
  return readParameters(judge, "path parameter", path, (field) => {
    const text = values.get(field.name);
    return text ? readJoined(judge.root, field, text) : undefined;
  });
}

/** The documented headers; others are none of the operation's business. */
export function readHeaders(judge: Judge, { headers: fields }: RequestPlan, headers: Headers): ReadFields {
  if (fields.length === 0) return NOTHING;
  return readParameters(judge, "header", fields, (field) => {
    const text = headers.get(field.name);
    return text === null ? undefined : readJoined(judge.root, field, text);
  });
}

/** The documented cookies, likewise. */
export function readCookies(judge: Judge, { cookies: fields }: RequestPlan, headers: Headers): ReadFields {
  if (fields.length === 0) return NOTHING;
  // RFC 6265 §5.4: pairs, joined with a semicolon and a space.
  const pairs = (headers.get("cookie") ?? "").split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), percentDecode(pair.slice(at + 1))] as const;
  });
  const sent = new Map(pairs);
  return readParameters(judge, "cookie", fields, (field) => {
    const text = sent.get(field.name);
    return text === undefined ? undefined : readJoined(judge.root, field, text);
  });
}
