import { pathToFileURL } from "node:url";
import { bundle } from "bench/src/bundle.ts";

interface Miniflare {
  dispatchFetch(url: string): Promise<{ text(): Promise<string> }>;
  dispose(): Promise<void>;
}

/**
 * Runs the consumer's program in workerd, in the answer to a request.
 *
 * @param miniflare path of its module
 */
export async function runInWorker(miniflare: string, folder: string, url: string): Promise<string> {
  const script = await bundle(
    `import { program } from "./program.js";
export default { fetch: async () => new Response(await program(${JSON.stringify(url)}).catch((error) => error.stack)) };`,
    folder,
  );
  const { Miniflare } = (await import(pathToFileURL(miniflare).href)) as {
    Miniflare: new (options: object) => Miniflare;
  };
  const worker = new Miniflare({ modules: true, script, compatibilityDate: "2026-01-01", host: "127.0.0.1" });
  try {
    const answer = await worker.dispatchFetch("http://127.0.0.1/");
    return await answer.text();
  } finally {
    await worker.dispose();
  }
}
