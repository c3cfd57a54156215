/**
 * A name without its spelling: `job-id`, `JobId` and `job_id` name the same thing, and services mix them.
 *
 * @example plainName("job-id") === plainName("JobId")
 */
export function plainName(name: string): string {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  // Names come from documents, so that there are few; what a caller makes up is not kept for ever.
  if (remembered.size < 20_000) remembered.set(name, plain);
  return plain;
}

const remembered = new Map<string, string>();
