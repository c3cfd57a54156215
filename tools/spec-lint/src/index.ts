export { BadInput } from "./bad-input.ts";
export { formatBadInput, formatReport } from "./format-report.ts";
export { type LintReport, lintSpecs } from "./lint-specs.ts";
