import { describeLongRunning, isPolled, type LongRunning } from "../describe/long-running.ts";
import type { Service } from "../describe/service.ts";
import { printPath } from "../print/access.ts";
import { printTable } from "../print/table.ts";

/** What the answers say of an outcome: what each status means, and for each operation where it all stands. */
export function outcomeSections({ operations }: Service): string[] {
  const groups = new Map<string, { table: string; places: string[] }>();
  for (const operation of operations.filter(isPolled)) {
    const told = describeLongRunning(operation);
    const table = statusTable(told);
    const group = groups.get(table) ?? { table, places: [] };
    groups.set(table, group);
    group.places.push(`- \`${operation.id}\`: ${printPlaces(told)}`);
  }
  if (groups.size === 0) return [];
  return ["## Outcomes", ...[...groups.values()].flatMap(({ table, places }) => [table, places.join("\n")])];
}

function statusTable({ status }: LongRunning): string {
  const states = Object.entries(status?.schema["x-lro-status"] ?? {});
  const rows = states.map(([state, values]) => [state, values.map((value) => `\`${value}\``).join(", ")]);
  return printTable(["outcome", "status values that mean it"], rows);
}

function printPlaces({ status, result, error, progress }: LongRunning): string {
  return Object.entries({ status, result, error, progress })
    .flatMap(([name, field]) => (field ? [`${name} in \`${printPath(field.path)}\``] : []))
    .join(", ");
}
