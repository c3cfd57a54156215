import type { Service } from "../describe/service.ts";
import { header } from "./header.ts";
import { printNamed } from "./named.ts";

/** A piece of code that people read, and that is type-checked in test/usage.ts. */
export interface Example {
  /** What it takes from the package, if it does not go on where the first example ends. */
  readonly imports: readonly string[];
  /** What it takes from a subpath of the package: `testing`. */
  readonly from?: Readonly<Record<string, readonly string[]>>;
  readonly code: string;
}

/** What a block begins with that stands for itself only after the first one. */
const CONTINUES = "// Continues the first example.";

/** An example as a block of Markdown. */
export function printExample({ packageName }: Service, { imports, from = {}, code }: Example): string {
  const continues = imports.length === 0;
  const lines = [
    ...(imports.length > 0 ? [printNamed("import", imports, packageName)] : []),
    ...Object.entries(from).map(([path, names]) => printNamed("import", names, `${packageName}/${path}`)),
  ];
  const head = lines.length > 0 ? `${lines.join("")}\n` : continues ? `${CONTINUES}\n` : "";
  return `\`\`\`ts\n${head}${code}\`\`\``;
}

/** All examples as one module: what follows the first stands in blocks, since names come again. */
export function printExamples(service: Service, [first, ...others]: readonly Example[]): string {
  const examples = first ? [first, ...others] : [];
  const imported = new Set<string>();
  const imports = ["", ...new Set(examples.flatMap(({ from = {} }) => Object.keys(from)))].map((path) => {
    const all = examples.flatMap((example) => (path === "" ? example.imports : (example.from?.[path] ?? [])));
    const names = [...new Set(all)].filter((name) => !imported.has(name)).sort();
    for (const name of names) imported.add(name);
    const source = path === "" ? service.packageName : `${service.packageName}/${path}`;
    return names.length > 0 ? printNamed("import", names, source).trimEnd() : "";
  });
  return [
    header(service),
    ...imports,
    `\n${first?.code ?? ""}`,
    ...others.map(({ code }) => `{\n${code.trimEnd().replaceAll(/^(?=.)/gm, "  ")}\n}\n`),
  ]
    .filter((part) => part !== "")
    .join("\n");
}
