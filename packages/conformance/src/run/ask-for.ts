import type { TestCase } from "../cases/test-case.ts";
import { formatPrefer } from "../sandbox/prefer.ts";

/** The header that asks a mock for the answer of a case. */
export function askFor({ status, example, code }: TestCase): Record<string, string> {
  const wanted = example ?? (code === undefined ? undefined : String(code));
  return { prefer: formatPrefer({ status, ...(wanted !== undefined && { example: wanted }) }) };
}
