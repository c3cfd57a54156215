import { transform } from "esbuild";
import { minify } from "terser";

/**
 * A module in fewer and shorter words, without comments and spaces. Parameters, variables and constants have short
 * names, a quarter of all code; functions and classes keep theirs, which a stack trace shows. What tells bundlers which
 * calls they may leave out stands in comments too, and stays.
 */
export async function compact(source: string): Promise<string> {
  const { code: simple } = await transform(source, {
    minifySyntax: true,
    charset: "utf8",
    format: "esm",
    target: "es2022",
    supported: { "import-attributes": true },
  });
  // esbuild gives no two nested variables the same name, which makes most of them longer.
  const { code = simple } = await minify(simple, {
    module: true,
    compress: SMALLER,
    mangle: NAMES,
    // Node prints the line of an error that nobody caught.
    format: { ecma: 2020, comments: false, preserve_annotations: true, max_line_len: 120 },
  });
  return code;
}

const NAMES = { keep_fnames: true, keep_classnames: true };

/** What makes bundles smaller, too. The rest of its defaults makes them larger, since a bundler does it better. */
const SMALLER = {
  ...NAMES,
  defaults: false,
  ecma: 2020,
  module: true,
  booleans: true,
  collapse_vars: true,
  evaluate: true,
  hoist_funs: true,
  // A function that is called once stays one, and so has its line in a stack trace.
  reduce_funcs: false,
  reduce_vars: true,
  unused: true,
} as const;
