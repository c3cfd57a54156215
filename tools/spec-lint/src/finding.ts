import type { OpenApiDocument } from "./document.ts";
import type { Path } from "./json-pointer.ts";

/** What a rule saw. It knows the place in the document, not the line: that is looked up once, for all. */
export interface Finding {
  readonly at: Path;
  readonly found: string;
  readonly expected: string;
  /** How it is written, as YAML or as the address of a page that shows it. */
  readonly example: string;
}

export interface Rule {
  /** The name of its file, of its fixtures, and what is printed. */
  readonly name: string;
  /** What goes wrong later if the rule is broken. One sentence, printed with each finding. */
  readonly why: string;
  readonly check: (document: OpenApiDocument) => Finding[];
}

export interface LocatedFinding extends Finding {
  readonly rule: string;
  readonly why: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function locate(
  finding: Finding,
  rule: Pick<Rule, "name" | "why">,
  document: OpenApiDocument,
): LocatedFinding {
  const { line, column } = document.positionAt(finding.at);
  return { ...finding, rule: rule.name, why: rule.why, file: document.file, line, column };
}

export function byPosition(a: LocatedFinding, b: LocatedFinding): number {
  return (
    a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule) || a.found.localeCompare(b.found)
  );
}
