const PARAMETER = /\{[^}]+\}/;

/** The text of a regular expression for a templated path: a parameter fills no more than its segment. */
export function pathPattern(template: string): string {
  return template.split(PARAMETER).map(escapeLiteral).join("[^/]+");
}

/** Whether a path has parameters. */
export function isTemplated(path: string): boolean {
  return PARAMETER.test(path);
}

/** A template whose parameters are all `{}`, since a name may hold anything. */
export function withoutNames(template: string): string {
  return template.split(PARAMETER).join("{}");
}

/** A text as a regular expression that matches it alone. */
export function escapeLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
