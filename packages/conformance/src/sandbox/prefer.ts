import { percentDecode } from "../wire/percent-decode.ts";
import type { Ending } from "./world/ending.ts";

/** What a request asks of a mock with `Prefer` (RFC 7240): `Prefer: code=404, example=TaskNotFound`. */
export interface Preference {
  /** `code`: the documented answer of this status, whatever the request says otherwise. */
  readonly status?: number;
  /** `example`: the documented answer of this name. */
  readonly example?: string;
  /** `outcome`: how the execution is to end that the request starts. */
  readonly outcome?: Ending;
  /** `mutant`: the answer broken in this way, by the name of an answer mutant. */
  readonly mutant?: string;
  /** `delay`: how long the answer is held back, in milliseconds. */
  readonly delay?: number;
  /** `throttled`: the documented answer to who asks too often. */
  readonly throttled?: true;
}

/**
 * Reads the preferences that mock servers of this field understand, and those of this one. Others are left alone, as
 * RFC 7240 §2 has it; whether a value can be served, `explainPreference` says.
 */
export function parsePrefer(header: string | null): Preference {
  if (!header) return {};
  const preferences = wordsOf(header);
  const status = Number(preferences.get("code"));
  const example = preferences.get("example");
  const outcome = preferences.get("outcome");
  const mutant = preferences.get("mutant");
  const delay = preferences.get("delay");
  return {
    ...(status > 0 && { status }),
    ...(example !== undefined && { example }),
    ...(outcome !== undefined && { outcome: outcome as Ending }),
    ...(mutant !== undefined && { mutant }),
    ...(delay !== undefined && { delay: milliseconds(delay) }),
    ...(preferences.has("throttled") && { throttled: true }),
  };
}

/** The header that asks for them. */
export function formatPrefer({ status, example, outcome, mutant, delay, throttled }: Preference): string {
  return [
    ...(status ? [`code=${status}`] : []),
    ...(example ? [`example=${wordOf(example)}`] : []),
    ...(outcome ? [`outcome=${outcome}`] : []),
    ...(mutant ? [`mutant=${wordOf(mutant)}`] : []),
    ...(delay === undefined ? [] : [`delay=${delay}`]),
    ...(throttled ? ["throttled"] : []),
  ].join(", ");
}

// RFC 7240 §2: a token, and for most of them what it is set to. Of one that is given twice, the last counts here.
function wordsOf(header: string): Map<string, string> {
  const parts = header.matchAll(/([^\s=,;"]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^,;]*)))?/g);
  return new Map(
    [...parts].map(([, name = "", quoted, token = ""]) => [
      name.toLowerCase(),
      percentDecode(quoted?.replace(/\\(.)/g, "$1") ?? token.trim()),
    ]),
  );
}

/** `250`, `250ms` or `1.5s`; what is none of them is no number. */
function milliseconds(text: string): number {
  const [, count, unit] = /^(\d+(?:\.\d+)?)(ms|s)?$/.exec(text) ?? [];
  return count === undefined ? Number.NaN : Number(count) * (unit === "s" ? 1000 : 1);
}

// RFC 9110 §5.6.4: what is no token goes between quotes. A header holds no more than ASCII, so the rest is
// percent-encoded.
function wordOf(name: string): string {
  const ascii = name.replace(/[^\x20-\x24\x26-\x7e]+/gu, encodeURIComponent);
  return /^[\w!#$%&'*+.^`|~-]+$/.test(ascii) ? ascii : `"${ascii.replace(/["\\]/g, "\\$&")}"`;
}
