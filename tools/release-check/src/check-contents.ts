import type { Manifest, Packed } from "./packed.ts";

/** What is wrong with a package, in a line each. */
export function checkContents({ manifest, files }: Pick<Packed, "manifest" | "files">): string[] {
  return [...checkManifest(manifest), ...[...files].flatMap(checkFile), ...checkMissing(manifest, files)];
}

function checkManifest({
  name,
  license,
  type,
  sideEffects,
  scripts = {},
  dependencies = {},
  publishConfig,
}: Manifest): string[] {
  const hooks = Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name));
  const unpublishable = Object.entries(dependencies).filter(([, range]) =>
    /^(workspace|catalog|link|file):/.test(range),
  );
  return [
    ...(license ? [] : ["package.json: no license"]),
    ...(type === "module" ? [] : ["package.json: type is not module"]),
    ...(sideEffects === false ? [] : ["package.json: sideEffects is not false"]),
    ...(publishConfig?.provenance === true ? [] : ["package.json: published without provenance"]),
    ...hooks.map((name) => `package.json: runs a script at installation: ${name}`),
    // A client is one package, which needs no other.
    ...(/-client$/.test(name) ? Object.keys(dependencies) : []).map(
      (other) => `package.json: depends on ${other}, which a client bundles`,
    ),
    ...unpublishable.map(
      ([name, range]) => `package.json: depends on ${name} ${range}, which no registry knows`,
    ),
  ];
}

/** What is for those who work on a package, not for those who use it. */
const FOREIGN =
  /(^|\/)(src|test|tests|fixtures|node_modules|__\w+__)\/|\.(test|spec)\.|tsconfig|\.tsbuildinfo$|(^|\/)\./;
/** A folder of whoever built it. */
const MACHINE =
  /(?<![\w.~$}/-])\/(?:home|root|tmp|Users|private|var\/folders|work|workspace|builds?|github)\/[\w.-]+\/[\w./-]*|\b[A-Z]:\\\\?(?:Users|a)\\|file:\/\/\/\w/;

function checkFile([path, text]: [string, string]): string[] {
  const machine = MACHINE.exec(text)?.[0];
  return [
    ...(FOREIGN.test(path) ? [`${path}: is no part of a release`] : []),
    ...(machine === undefined ? [] : [`${path}: names a path of a machine, ${machine}`]),
    ...(path.endsWith(".js") ? checkModule(path, text) : []),
  ];
}

function checkModule(path: string, text: string): string[] {
  if (/\b(module\.exports|exports\.\w+)\s*=/.test(text)) return [`${path}: is no ES module`];
  // It would lead to sources that are no part of the package: bundlers warn of each.
  return /^\/\/# sourceMappingURL=/m.test(text) ? [`${path}: names a source map`] : [];
}

function checkMissing({ exports, imports }: Manifest, files: ReadonlyMap<string, string>): string[] {
  const wanted = ["LICENSE", "README.md", ...targetsOf(imports), ...targetsOf(exports)];
  const beside = targetsOf(exports)
    .filter((path) => path.endsWith(".js"))
    .map((path) => path.replace(/\.js$/, ".d.ts"));
  return [...new Set([...wanted, ...beside])]
    .filter((path) => ![...files.keys()].some((file) => isAt(path, file)))
    .map((path) => `${path}: is missing`);
}

/** Of a pattern (Node.js, "Subpath patterns"), any file. */
function isAt(path: string, file: string): boolean {
  return path.endsWith("/*") ? file.startsWith(path.slice(0, -1)) : file === path;
}

function targetsOf(exports: unknown): string[] {
  if (typeof exports === "string") return [exports.replace(/^\.\//, "")];
  return typeof exports === "object" && exports !== null ? Object.values(exports).flatMap(targetsOf) : [];
}
