import { isObject, type Json } from "../../document/json.ts";
import { plainName } from "./plain-name.ts";

/** A time stamp in a sample. */
export interface TimeStamp {
  /** Steps from the sample's root. */
  readonly steps: readonly string[];
  readonly sample: string | number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whether it tells when something was over: it is there only then. */
  readonly ends: boolean;
  /** Whether it tells when something is still to happen. */
  readonly ahead: boolean;
}

/** When the life of a thing has its dates, in milliseconds since the epoch. */
export interface Dates {
  readonly started: number;
  readonly changed: number;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)([T ]+)(\d\d):(\d\d)(?::(\d\d)(\.\d+|,\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;
const TIME_NAME = /(time|date|stamp|stampval|at|on|created|updated|modified|started|ended)$/;
const END_NAME =
  /(^|[a-z])(end|ended|finish|finished|complete|completed|completion|stop|stopped)(at|on|time|date|dateval)?$/;
const AHEAD_NAME = /(expir|timeout|validuntil|until|next|due|deadline)/;

/** All time stamps of a sample: texts of ISO 8601, and numbers that count from 1970 under a name of time. */
export function timeStampsIn(sample: Json, steps: readonly string[] = []): TimeStamp[] {
  if (Array.isArray(sample))
    return sample.flatMap((item, index) => timeStampsIn(item, [...steps, String(index)]));
  if (isObject(sample)) {
    return Object.entries(sample).flatMap(([name, value]) => timeStampsIn(value, [...steps, name]));
  }
  const name = plainName(steps.at(-1) ?? "");
  const at = readTimeStamp(name, sample);
  if (at === undefined || (typeof sample !== "string" && typeof sample !== "number")) return [];
  return [{ steps, sample, at, ends: END_NAME.test(name), ahead: AHEAD_NAME.test(name) }];
}

/** Whether a member is named like the end of something. */
export function isEndName(name: string): boolean {
  return END_NAME.test(plainName(name));
}

/** When a time stamp is, in milliseconds since the epoch; `undefined` for what is none. */
function readTimeStamp(name: string, value: Json): number | undefined {
  if (typeof value === "string") return readIso(value);
  if (typeof value !== "number" || !Number.isInteger(value) || !TIME_NAME.test(name)) return undefined;
  if (value >= 1e9 && value < 1e11) return value * 1000;
  return value >= 1e11 && value < 1e14 ? value : undefined;
}

/** What writes times in the form of a sample. */
export function timeWriter(sample: string | number): (at: number) => string | number {
  if (typeof sample === "number") return (at) => (sample < 1e11 ? Math.floor(at / 1000) : at);
  const [, , , , between = "T", , , seconds, fraction = "", zone = ""] = ISO.exec(sample) ?? [];
  const offset = offsetOf(zone);
  const end = seconds === undefined ? 16 : 19;
  const digits = Math.max(0, fraction.length - 1);
  return (at) => {
    const iso = isoOf(at + offset);
    const precise =
      fraction && `${fraction.slice(0, 1)}${iso.slice(20, 23).padEnd(digits, "0").slice(0, digits)}`;
    return `${iso.slice(0, 10)}${between}${iso.slice(11, end)}${precise}${zone}`;
  };
}

/** One answer tells the same time in many places, and the next ones tell it again. */
function isoOf(at: number): string {
  const known = recent.get(at);
  if (known !== undefined) return known;
  if (recent.size >= 1000) recent.clear();
  const iso = new Date(at).toISOString();
  recent.set(at, iso);
  return iso;
}

const recent = new Map<number, string>();

/** When a time stamp of a sample falls in a life: the earliest is the start, the latest the last change. */
export function momentOf(stamp: TimeStamp, all: readonly TimeStamp[]): (dates: Dates) => number {
  const past = all.filter(({ ahead }) => !ahead).map(({ at }) => at);
  const earliest = Math.min(...past);
  if (stamp.ahead) {
    const later = Math.max(0, stamp.at - (past.length > 0 ? earliest : stamp.at - 3_600_000));
    return ({ started }) => started + later;
  }
  if (stamp.ends || (stamp.at === Math.max(...past) && past.length > 1 && stamp.at > earliest))
    return ({ changed }) => changed;
  return ({ started, changed }) => Math.min(changed, started + (stamp.at - earliest));
}

function readIso(text: string): number | undefined {
  if (text.length < 16 || text.length > 40) return undefined;
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, year, month, day, , hours, minutes, seconds = "00", fraction = "", zone = ""] = match;
  const at = Date.parse(
    `${year}-${month}-${day}T${hours}:${minutes}:${seconds}${fraction.replace(",", ".").slice(0, 4)}Z`,
  );
  return Number.isNaN(at) ? undefined : at - offsetOf(zone);
}

function offsetOf(zone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
