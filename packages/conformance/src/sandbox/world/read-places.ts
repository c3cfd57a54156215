import type { Example, MediaType } from "../../document/document.ts";
import { errorCodePlace, successCodes } from "../../document/error-code-place.ts";
import { findMarked } from "../../document/find-marked.ts";
import { isoDuration } from "../../document/iso-duration.ts";
import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import { objectAt } from "../../document/navigate.ts";
import { type Pointer, stepsOf } from "../../document/pointer.ts";
import { EXPIRES, STATUS } from "../../document/vocabulary.ts";
import type { Link } from "./links.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Paging, PagingStyle, Shown, StatusPlace } from "./role.ts";

/** Where a body tells the status of an execution. */
export function statusPlace(root: JsonObject, schema: Pointer | undefined): StatusPlace | undefined {
  const [place] = schema === undefined ? [] : findMarked(root, schema, STATUS);
  if (!place || !isObject(place.mark)) return undefined;
  const item = place.steps.lastIndexOf("*");
  const expires = isoDuration(objectAt(root, place.schema)[EXPIRES]);
  return {
    steps: place.steps,
    ...(item >= 0 && { list: place.steps.slice(0, item) }),
    values: place.mark as StatusPlace["values"],
    schema: place.schema,
    ...(expires !== undefined && { expires }),
  };
}

/** How a list has pages. */
export function readPaging(keyword: Json | undefined): Paging | undefined {
  if (!isObject(keyword)) return undefined;
  const { token, offset, page, next, items, size, total } = keyword as Record<string, string>;
  const style: PagingStyle | undefined = token
    ? { by: "token", parameter: token, next: `#${next}` }
    : offset
      ? { by: "offset", parameter: offset }
      : page
        ? { by: "page", parameter: page }
        : undefined;
  if (!style) return undefined;
  return {
    style,
    asked: new Set([style.parameter, ...(size === undefined ? [] : [size])].map(plainName)),
    items: stepsOf(`#${items}`),
    ...(size !== undefined && { size }),
    ...(total !== undefined && { total: `#${total}` }),
  };
}

/** Where an answer shows ids that a link hands on. */
export function shownBy({ bound }: Link, families: ReadonlyMap<string, string>): Shown[] {
  return bound.flatMap(({ name, expression }): Shown[] => {
    const family = families.get(plainName(name));
    if (family === undefined || expression.from !== "response") return [];
    if (expression.place === "header") return [{ family, header: expression.name }];
    return [{ family, steps: stepsOf(expression.pointer) }];
  });
}

/** Each place once. */
export function uniqueShown(shows: readonly Shown[]): Shown[] {
  return [...new Map(shows.map((shown) => [JSON.stringify(shown), shown])).values()];
}

/** The examples that show a success. */
export function successSamples(root: JsonObject, media: MediaType | undefined): readonly Example[] {
  const place = errorCodePlace(root, media?.schema);
  const success = place && successCodes(place.mark);
  if (!place || !success) return media?.examples ?? [];
  return (media?.examples ?? []).filter(({ value }) => {
    const code = valueAtSteps(value, place.steps);
    return code === undefined || success.includes(code);
  });
}
