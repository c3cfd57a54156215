import { findMarked } from "../../document/find-marked.ts";
import type { Json, JsonObject } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import { ERROR_CODE } from "../../document/vocabulary.ts";
import { sampleSchema } from "../../schema/sample-schema.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Role, Shown, StatusPlace } from "./role.ts";
import { schemaAt } from "./schema-at.ts";

/** What an answer tells of: its whole body, or each item of a list in it. */
export interface Subject {
  readonly schema: Pointer | undefined;
  /** The documented samples, with the names of their examples. */
  readonly samples: readonly { readonly name: string; readonly value: Json }[];
  readonly status?: Pick<StatusPlace, "steps" | "values">;
  readonly shows: readonly Shown[];
  /** The family of the id that the operation is asked by. */
  readonly family: string | undefined;
  /** Whether it tells of the thing itself, and not of something that the thing has. */
  readonly itself: boolean;
  /** Names of members that are not to be touched. */
  readonly fixed: readonly string[];
}

/** What a role's answer tells of. */
export function subjectOf(
  root: JsonObject,
  role: Role,
  family: string | undefined,
  list?: readonly string[],
): Subject {
  const { media, status, paging } = role;
  const within = list ?? status?.list ?? [];
  const strip = (steps: readonly string[]) => (within.length > 0 ? steps.slice(within.length + 1) : steps);
  const isWithin = (steps: readonly string[]) => within.every((step, index) => steps[index] === step);
  const schema =
    media?.schema && within.length > 0 ? schemaAt(root, media.schema, [...within, "*"]) : media?.schema;
  return {
    schema,
    samples: samplesOf(root, role, within),
    ...(status &&
      isWithin(status.steps) && { status: { steps: strip(status.steps), values: status.values } }),
    shows: role.shows.flatMap((shown) =>
      shown.steps === undefined || !isWithin(shown.steps)
        ? []
        : [{ family: shown.family, steps: strip(shown.steps) }],
    ),
    family,
    itself: role.kind !== undefined || status !== undefined,
    fixed: [
      ...(media?.schema
        ? findMarked(root, media.schema, ERROR_CODE).map(({ steps }) => steps.at(-1) ?? "")
        : []),
      ...(paging?.style.by === "token" ? [paging.style.next.split("/").at(-1) ?? ""] : []),
      ...(paging?.total ? [paging.total.split("/").at(-1) ?? ""] : []),
      ...(paging ? [paging.items.at(-1) ?? ""] : []),
    ].map(plainName),
  };
}

function samplesOf(root: JsonObject, { media, samples }: Role, list: readonly string[]): Subject["samples"] {
  const bodies = samples.length
    ? samples
    : [{ name: "", value: media?.schema ? sampleSchema(root, media.schema) : null }];
  if (list.length === 0) return bodies;
  return bodies.flatMap(({ name, value }) => {
    const items = valueAtSteps(value, list);
    return Array.isArray(items) ? items.map((item) => ({ name, value: item })) : [];
  });
}
