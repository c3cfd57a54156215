import type { Finding, Rule } from "../finding.ts";
import { inBackticks } from "../json.ts";
import { objectsNamed } from "../openapi/walk-objects.ts";

export const noPatternProperties: Rule = {
  name: "no-pattern-properties",
  why: "openapi-typescript turns patternProperties into a type that nothing satisfies, and Ajv compiles every pattern with the u flag.",
  check: ({ root }) =>
    objectsNamed(root, "Schema Object").flatMap(({ path, node }) => {
      const findings: Finding[] = [];
      if ("patternProperties" in node) {
        findings.push({
          at: [...path, "patternProperties"],
          found: `patternProperties: ${inBackticks(node.patternProperties)}`,
          expected: "additionalProperties for the values, and propertyNames for the pattern of the names",
          example: 'propertyNames: { pattern: "^[a-z]+$" }\nadditionalProperties: { type: string }',
        });
      }
      if (typeof node.pattern === "string" && !isUnicodeRegExp(node.pattern)) {
        findings.push({
          at: [...path, "pattern"],
          found: inBackticks(node.pattern),
          expected: "a regular expression that compiles with the u flag (ECMA-262 §22.2)",
          example:
            "pattern: '^[a-z]+-[0-9]+$'   # in Unicode mode nothing is escaped that need not be: - and not \\-",
        });
      }
      return findings;
    }),
};

function isUnicodeRegExp(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}
