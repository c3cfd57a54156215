import { measureBundles } from "bench/src/bundle-size.ts";
import { listClients } from "bench/src/clients.ts";
import type { Figure } from "bench/src/figure.ts";
import { countFilesLoaded } from "bench/src/files-loaded.ts";
import type { Packed } from "./packed.ts";

/** What a package weighs: packed, unpacked; and of a client, how many files a start loads, and what a browser's bundle has. */
export async function measureSizes({ manifest, tarball, files }: Packed, folder: string): Promise<Figure[]> {
  const provider = /\/(.+)-client$/.exec(manifest.name)?.[1];
  const unpacked = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const figure = (measure: string, bytes: number): Figure => ({
    client: manifest.name,
    measure,
    value: bytes / 1000,
    unit: "kB",
  });
  const own = [figure("packed", tarball.length), figure("unpacked", unpacked)];
  if (provider === undefined) return own;
  const clients = await listClients([provider]);
  const measured = clients.map(async (client) => [
    await countFilesLoaded(client, folder),
    ...(await measureBundles(client, folder)),
  ]);
  return [...own, ...(await Promise.all(measured)).flat()];
}
