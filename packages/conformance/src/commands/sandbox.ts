import { startServer } from "../adapters/server.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";
import { defaultBasePath } from "../sandbox/find-operation.ts";
import { findProvider } from "./find-provider.ts";

/** `settled sandbox`: serves what a document documents, until it is interrupted. */
export async function sandbox(
  name: string,
  { port }: { port: number },
  signal: AbortSignal,
): Promise<number> {
  const { document } = await findProvider(name);
  const server = await startServer(createSandbox(document), { port });
  const base = `${server.origin}${defaultBasePath(document)}`;
  console.log(`${document.name} at ${base}\nAsk for any documented answer: curl -H 'Prefer: code=404' …`);
  await new Promise((resolve) => {
    signal.addEventListener("abort", resolve, { once: true });
  });
  await server.close();
  return 0;
}
