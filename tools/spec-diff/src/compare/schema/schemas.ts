import type { Findings } from "../finding.ts";
import type { Pair, Site } from "../site.ts";
import { compareAlternatives } from "./alternatives.ts";
import { compareConstraints } from "./constraints.ts";
import type { Context } from "./context.ts";
import { compareMarks } from "./marks.ts";
import { compareMembers } from "./members.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { compareTypes } from "./types.ts";
import { compareValues } from "./values.ts";
import { compareWords } from "./words.ts";

/**
 * Two versions of what is said of one value, at any depth. A schema that several places share is compared once for
 * each direction.
 */
export function* compareSchemas(sites: Pair<readonly Site[]>, context: Context): Findings {
  const pair = { before: shapeOf(sites.before), after: shapeOf(sites.after) };
  const key = `${context.side} ${placesOf(pair.before)} ${placesOf(pair.after)}`;
  if (context.seen.has(key)) return;
  context.seen.add(key);

  yield* compareMarks(pair, context);
  yield* compareWords(pair, context);
  const isOtherForm = yield* compareAlternatives(pair, context, compareSchemas);
  if (isOtherForm) return;
  const isOtherType = yield* compareTypes(pair, context);
  yield* compareConstraints(pair, context);
  if (isOtherType) return;
  yield* compareValues(pair, context);
  yield* compareMembers(pair, context, compareSchemas);
}

function placesOf({ parts }: Shape): string {
  return parts.map(({ place }) => place.join("/")).join(" ");
}
