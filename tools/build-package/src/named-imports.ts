/** By specifier, the names that are imported from there. */
export type Brought = Map<string, Set<string>>;

/**
 * A statement that imports or exports names, or a type: `import("a").A`. A comment, which may show an import, begins
 * otherwise.
 */
const STATEMENT = /^(?:import|export)(?: type)? \{([^}]*)\} from "([^"]+)"|\bimport\("([^"]+)"\)\.(\w+)/gm;
/** What names a module, in whatever way. */
const SPECIFIER = /(^(?:import|export)\b[^"'`;=(]*\bfrom\s*|^import\s*|\bimport\()["']([^."'#][^"']*)["']/gm;

/**
 * Adds to what is brought along what a declaration names of packages that are no dependencies.
 *
 * @throws where it does not say which names it means.
 */
export function broughtBy(text: string, dependencies: readonly string[], brought: Brought): void {
  for (const [, , specifier = ""] of text.matchAll(SPECIFIER))
    if (isForeign(specifier, dependencies)) brought.set(specifier, brought.get(specifier) ?? new Set());
  for (const [, list, from, asked, name] of text.matchAll(STATEMENT)) {
    const named = (list?.split(",") ?? [name ?? ""]).map((one) => one.trim().replace(/^type | as .*$/g, ""));
    for (const one of named.filter(Boolean)) brought.get(from ?? asked ?? "")?.add(one);
  }
  for (const [specifier, names] of brought)
    if (names.size === 0) throw new Error(`${specifier} is imported as a whole: name what is needed of it`);
}

/** The declaration, with what is brought along where it is then. */
export function pointTo(text: string, brought: Brought, to: (specifier: string) => string): string {
  return text.replaceAll(SPECIFIER, (as, before: string, specifier: string) => {
    if (!brought.has(specifier)) return as;
    const path = to(specifier);
    return `${before}"${path.startsWith(".") ? path : `./${path}`}"`;
  });
}

function isForeign(specifier: string, dependencies: readonly string[]): boolean {
  // A subpath of a package is that package.
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? "";
  return !specifier.startsWith("node:") && !dependencies.includes(name);
}
