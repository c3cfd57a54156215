import { gzipSync } from "node:zlib";
import { bundle } from "./bundle.ts";
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
  return gzipSync(await bundle(source, folder), { level: 9 }).length;
}
