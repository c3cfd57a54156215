import type { Finding } from "../malformed-body.ts";
import { describeReceived } from "./describe-received.ts";
import type { Schema } from "./schema.ts";
import { toChecks } from "./to-checks.ts";
import type { Check, Step, Walk } from "./walk.ts";

/** All that is wrong with a value by the schema at a position; empty if nothing is. */
export type Judge = (schema: number, value: unknown) => Finding[];

/**
 * Judges by a table of schemas. Members that no schema names, and values that an open list does not name, are never
 * wrong; a value that a closed list does not name is.
 */
export function createJudge(schemas: readonly Schema[]): Judge {
  // Each schema becomes functions when first met: most of a table never is.
  const checks: Check[][] = [];

  return (schema, value) => {
    const path: Step[] = [];
    let findings: Finding[] = [];
    let isAsking = false;
    let fits = true;
    const walk: Walk = {
      schemas,
      judge(position, part) {
        checks[position] ??= toChecks(schemas[position] ?? {}, schemas);
        for (const check of checks[position]) check(part, walk);
      },
      judgeBelow(step, position, part) {
        if (path.length === DEEPEST) return;
        path.push(step);
        walk.judge(position, part);
        path.pop();
      },
      fits(position, part) {
        const outer = { isAsking, fits };
        isAsking = true;
        fits = true;
        walk.judge(position, part);
        const answer = fits;
        ({ isAsking, fits } = outer);
        return answer;
      },
      tries(position, part) {
        const outer = findings;
        findings = [];
        walk.judge(position, part);
        const own = findings;
        findings = outer;
        return own;
      },
      report(expected, received, { below = [], shows = false } = {}) {
        walk.explain(() => {
          const at = [...path, ...below];
          const finding = { at: toPointer(at), expected: expected() };
          findings.push({ ...finding, received: describeReceived(received, at, shows) });
        });
      },
      explain(how) {
        if (isAsking) fits = false;
        else if (findings.length < MOST) how();
      },
      repeat(known) {
        findings.push(...known.slice(0, MOST - findings.length));
      },
      here: () => toPointer(path),
    };
    walk.judge(schema, value);
    return withoutEchoes(findings);
  };
}

// Schemas that contain themselves follow the body as deep as it goes; the stack does not.
const DEEPEST = 500;

// A list of a thousand items that all lack a member says nothing more than one of a hundred.
const MOST = 100;

// RFC 6901 §3.
function toPointer(steps: readonly Step[]): string {
  return steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Two parts of an `allOf` may ask for the same. */
function withoutEchoes(findings: Finding[]): Finding[] {
  if (findings.length < 2) return findings;
  return [...new Map(findings.map((finding) => [`${finding.at} ${finding.expected}`, finding])).values()];
}
