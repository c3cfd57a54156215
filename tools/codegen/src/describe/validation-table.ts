import { fromPointer, type Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { reduceRow } from "./validation-reduce.ts";
import type { Row } from "./validation-row.ts";
import { type Schema, toRow } from "./validation-schema.ts";

/** A table under construction, in which schemas that are alike stand once. */
export interface SchemaTable {
  /** The position of a schema. */
  add(schema: Schema, place: Place): number;
  /** The position of the schema that any of these satisfies. */
  anyOf(positions: readonly number[]): number;
  readonly rows: readonly Row[];
}

export function createTable(spec: Spec): SchemaTable {
  const rows: Row[] = [];
  const known = new Map<string, number>();
  /** By `$ref`: its position; or that it is on its way, for a schema may contain itself. */
  const referred = new Map<string, number | "underway">();
  /** The positions of schemas that contain themselves, and of which the row is not yet known. */
  const open = new Set<number>();

  const rowAt = (position: number) => (open.has(position) ? undefined : rows[position]);
  const reduce = (row: Row) => reduceRow(row, rowAt);

  function add(schema: Schema, place: Place): number {
    return put(describe(schema, place));
  }

  function describe(schema: Schema, place: Place): Row {
    return reduce(toRow(spec, schema, place, { add, refer, put }));
  }

  function put(row: Row): number {
    // Nothing but another schema is that schema.
    if (row.allOf?.length === 1 && Object.keys(row).length === 1) return row.allOf[0] as number;
    const text = JSON.stringify(row);
    const position = known.get(text) ?? rows.push(row) - 1;
    known.set(text, position);
    return position;
  }

  function refer($ref: string, place: Place): number {
    const before = referred.get($ref);
    if (typeof before === "number") return before;
    if (before === "underway") {
      const position = rows.push({}) - 1;
      open.add(position);
      referred.set($ref, position);
      return position;
    }
    referred.set($ref, "underway");
    const row = describe(lookUp($ref, place), fromPointer($ref));
    const reserved = referred.get($ref);
    if (typeof reserved === "number") {
      rows[reserved] = row;
      open.delete(reserved);
      return reserved;
    }
    const position = put(row);
    referred.set($ref, position);
    return position;
  }

  /** One step, since keywords beside a `$ref` count as well (JSON Schema 2020-12 §8.2.3.1). */
  function lookUp($ref: string, place: Place): SchemaObject {
    const whole = resolve<SchemaObject>(spec, { $ref }, place).value;
    const step = fromPointer($ref).reduce<unknown>(
      (value, segment) => (value as Record<string, unknown> | undefined)?.[segment],
      spec.document,
    );
    return (step as SchemaObject | undefined) ?? whole;
  }

  return { add, anyOf: (positions) => put(reduce({ anyOf: positions })), rows };
}
