import type { Span } from "./find-secrets.ts";
import { REDACTED } from "./secret-names.ts";

/** A text with parts of it taken out; parts that overlap or touch are one. */
export function replaceSpans(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let clean = "";
  let read = 0;
  let pending: [number, number] | undefined;
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    if (pending && start <= pending[1]) {
      pending[1] = Math.max(pending[1], end);
      continue;
    }
    if (pending) flush(pending);
    pending = [start, end];
  }
  if (pending) flush(pending);
  return clean + text.slice(read);

  function flush([start, end]: [number, number]): void {
    clean += text.slice(read, start) + REDACTED;
    read = end;
  }
}
