import type { EvidencePoint } from "../../evidence/evidence.ts";

/** Points at one place, such as `fields of 200 application/json #/items/*`, and what each of them adds to it. */
export interface MissingGroup {
  readonly label: string;
  readonly names: readonly string[];
}

/**
 * Tells what nobody has shown of one operation in as few words as there are: what lies below something that was never
 * seen goes without saying, and points that stand at one place are told together.
 *
 * @example
 * gatherMissing(points); // [{ label: "statuses", names: ["404", "500"] }, { label: "fields of 200 …", … }]
 */
export function gatherMissing(points: readonly EvidencePoint[]): MissingGroup[] {
  const whole = points.find(({ kind }) => kind === "operation");
  if (whole) return [{ label: "all of", names: [whole.name] }];
  const missing = new Set(points.map(({ name }) => name));
  const told = points.filter((point) => !placesAbove(point).some((place) => missing.has(place)));
  const groups = Map.groupBy(told.map(split), ({ label }) => label);
  return [...groups].map(([label, own]) => ({ label, names: own.map(({ name }) => name) }));
}

const LABELS = {
  operation: "all of",
  status: "statuses",
  "media-type": "media types",
  field: "fields of",
  value: "values of",
  code: "codes of",
  state: "states",
} as const;

// `200 application/json #/items/*/state "DONE"`, and `404 "JobNotFound"`.
const PARTS: { readonly [Kind in EvidencePoint["kind"]]?: RegExp } = {
  field: /^(.* #.*)\/([^/]*)$/s,
  value: /^(.*? #.*?) ((?:["\d{[-]|true$|false$|null$).*)$/s,
  code: /^(\S+) (.*)$/s,
};

function split({ kind, name }: EvidencePoint): { label: string; name: string } {
  const [, place, own] = PARTS[kind]?.exec(name) ?? [];
  if (place === undefined || own === undefined) return { label: LABELS[kind], name };
  return { label: `${LABELS[kind]} ${place}`, name: own };
}

/** The names of what a point is a part of: its status, its media type, the fields that it is within. */
function placesAbove(point: EvidencePoint): string[] {
  const status = /^\S+(?= )/.exec(point.name)?.[0];
  if (status === undefined) return [];
  const media = point.name.indexOf(" #");
  if (media < 0) return [status];
  const place = point.kind === "value" ? (PARTS.value?.exec(point.name)?.[1] ?? "") : point.name;
  const steps = [...place.matchAll(/\//g)].map(({ index }) => index).filter((index) => index > media + 2);
  const fields = steps.map((index) => place.slice(0, index));
  return [status, point.name.slice(0, media), ...fields, ...(point.kind === "value" ? [place] : [])];
}
