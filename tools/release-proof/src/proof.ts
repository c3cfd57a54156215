/** Thrown by a step that cannot be taken here, with the reason. */
export class Skip extends Error {}

export interface Row {
  readonly part: string;
  readonly on: string;
  readonly result: "passed" | "skipped" | "failed";
  /** What came of it, why it was skipped, or how it failed. */
  readonly detail: string;
  readonly seconds: number;
}

export interface Proof {
  readonly rows: readonly Row[];
  /** Takes a step, and writes down what came of it; the steps after it are taken in any case. */
  step(part: string, on: string, take: () => Promise<string>): Promise<boolean>;
}

/** @param show is told each row as it comes */
export function createProof(show: (row: Row) => void): Proof {
  const rows: Row[] = [];
  return {
    rows,
    step: async (part, on, take) => {
      const started = performance.now();
      const [result, detail] = await take().then(
        (detail) => ["passed", detail] as const,
        (error: Error) => [error instanceof Skip ? "skipped" : "failed", error.message] as const,
      );
      const row = { part, on, result, detail, seconds: (performance.now() - started) / 1000 };
      rows.push(row);
      show(row);
      return result === "passed";
    },
  };
}

/** @throws Skip if what a step needs could not be had. */
export function needed<T>(value: T | undefined, name: string): T {
  if (value !== undefined) return value;
  throw new Skip(`${name} is not installed: tools/release-proof/install.sh tells why`);
}
