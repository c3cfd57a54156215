import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { ClientPackage } from "./clients.ts";
import type { Figure } from "./figure.ts";

/** What one call of an installed client weighs in a browser's bundle: minified, gzip at its best, kB of 1,000 bytes. */
export async function measureBundles(client: ClientPackage, folder: string): Promise<Figure[]> {
  const { id } = client;
  const name = `@settled/${client.name}-client`;
  const call = `import { connect, call, ${id} } from "${name}/standalone";
export const go = (options, args) => call(connect(options), ${id}, args);`;
  const signer = client.signs ? ", accessKey" : "";
  const wait = `import { connect, call, settle, ${id}${signer} } from "${name}/standalone";
export const go = (options, args) => call(connect(options), ${id}, args);
export const wait = (options, args, how) => settle(connect(options), ${id}, args, how);
${client.signs ? "export { accessKey };" : ""}`;
  const whole = `export * from "${name}";`;
  const figure = async (measure: string, source: string, goal?: number): Promise<Figure> => ({
    client: client.name,
    measure,
    value: (await weigh(source, folder)) / 1000,
    unit: "kB",
    ...(goal !== undefined && { goal }),
  });
  return [
    await figure("one call, gzip", call, 5),
    await figure(`with waiter${client.signs ? " and signer" : ""}, gzip`, wait, 6.5),
    await figure("whole client, gzip", whole),
  ];
}

async function weigh(source: string, folder: string): Promise<number> {
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
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}
