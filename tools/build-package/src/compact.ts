import { transform } from "esbuild";

export interface Compacted {
  readonly code: string;
  /** Its source map, as JSON (ECMA-426). */
  readonly map: string;
}

/**
 * A module without comments and spaces, but with all names, so that a stack trace can be read as it is. What tells
 * bundlers which calls they may leave out stands in comments too, and stays.
 *
 * @param source a module that ends with its source map
 * @param file the name that the module shall have
 */
export async function compact(source: string, file = "module.js"): Promise<Compacted> {
  const { code, map } = await transform(toNames(source), {
    minifyWhitespace: true,
    minifySyntax: true,
    // Node prints the line of an error that nobody caught.
    lineLimit: 120,
    charset: "utf8",
    format: "esm",
    target: "es2022",
    supported: { "import-attributes": true },
    sourcemap: "external",
    sourcefile: file,
    sourcesContent: false,
  });
  const compacted = toComments(code);
  // A call that is annotated in another way than those below would lose it.
  if (count(compacted) === count(source)) return { code: compacted, map };
  const [own = "", inline = ""] = source.split(INLINE);
  return { code: own, map: Buffer.from(inline, "base64").toString() };
}

const INLINE = /^\/\/# sourceMappingURL=data:application\/json;base64,/m;

/**
 * `/* @__PURE__ *\/ new Map(` as `new (__PURE_NEW__(Map))(`: esbuild drops comments where it drops spaces.
 *
 * Here and back, each is as long as what it stands for, so that the source map stays right.
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
