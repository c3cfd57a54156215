import { transform } from "esbuild";

/**
 * A module without comments and spaces, but with all names, so that a stack trace can be read as it is. What tells
 * bundlers which calls they may leave out stands in comments too, and stays.
 */
export async function compact(source: string): Promise<string> {
  const { code } = await transform(toNames(source), {
    minifyWhitespace: true,
    minifySyntax: true,
    // Node prints the line of an error that nobody caught.
    lineLimit: 120,
    charset: "utf8",
    format: "esm",
    target: "es2022",
    supported: { "import-attributes": true },
  });
  const compacted = toComments(code);
  // A call that is annotated in another way than those below would lose it.
  return count(compacted) === count(source) ? compacted : source;
}

/**
 * `/* @__PURE__ *\/ new Map(` as `new (__PURE_NEW__(Map))(`: esbuild drops comments where it drops spaces.
 */
function toNames(source: string): string {
  return source
    .replaceAll(/\/\* @__PURE__ \*\/ new ([\w$.]+)\(/g, "new (__PURE_NEW__($1))(")
    .replaceAll(/\/\* @__PURE__ \*\/ ([\w$.]+)\(/g, "__PURE_CALL__($1) (");
}

function toComments(code: string): string {
  return code
    .replaceAll(/\bnew\s*\(\s*__PURE_NEW__\(\s*([\w$.]+)\)\)/g, "/* @__PURE__ */new $1")
    .replaceAll(/\b__PURE_CALL__\(\s*([\w$.]+)\)\(/g, "/* @__PURE__ */$1(");
}

function count(text: string): number {
  return text.split("/* @__PURE__ */").length;
}
