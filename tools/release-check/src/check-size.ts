import type { Figure } from "bench/src/figure.ts";

/** Of a package, what each measure may come to. */
export type Limits = Readonly<Record<string, number>>;

/** The figures that are above their limits. A measure without one has none. */
export function checkSize(figures: readonly Figure[], limits: Limits): string[] {
  return figures.flatMap(({ measure, value, unit }) => {
    const limit = limits[measure];
    if (limit === undefined || value <= limit) return [];
    return [
      `size: ${measure} is ${Number(value.toFixed(3))} ${unit}, and may be ${limit}. If that is worth it, raise the limit in tools/release-check/limits.json.`,
    ];
  });
}
