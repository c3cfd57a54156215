import { build } from "esbuild";

/** Bundles what a user would, from the folder that it is installed in: one module, for a browser or a worker. */
export async function bundle(source: string, folder: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "browser",
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
