import type { Validation } from "./validation.ts";
import { mapPositions, type Row } from "./validation-row.ts";

/** The table without the schemas that nothing leads to, in the order in which the answers come to them. */
export function keepUsed({ operations, schemas }: Validation): Validation {
  const kept: Row[] = [];
  const places = new Map<number, number>();
  const keep = (position: number): number => {
    const known = places.get(position);
    if (known !== undefined) return known;
    const place = kept.push({}) - 1;
    places.set(position, place);
    kept[place] = mapPositions(schemas[position] ?? {}, keep);
    return place;
  };
  const mapped = Object.entries(operations).map(([id, statuses]) => {
    const judged = Object.entries(statuses).filter(([, position]) => !isEmpty(schemas[position]));
    return [id, Object.fromEntries(judged.map(([status, position]) => [status, keep(position)]))] as const;
  });
  return {
    operations: Object.fromEntries(mapped.filter(([, statuses]) => !isEmpty(statuses))),
    schemas: kept,
  };
}

function isEmpty(object: object | undefined): boolean {
  return Object.keys(object ?? {}).length === 0;
}
