import { startServer } from "../adapters/server.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { defaultBasePath } from "../sandbox/find-operation.ts";
import { findProvider } from "./find-provider.ts";

export interface SandboxCommand {
  readonly port: number;
  readonly as: "documented" | "observed";
}

/** `settled sandbox`: serves what a document documents, or what was seen to differ, until it is interrupted. */
export async function sandbox(
  name: string,
  { port, as }: SandboxCommand,
  signal: AbortSignal,
): Promise<number> {
  const { document, errata } = await findProvider(name);
  const server = await startServer(createDocumentedAnswers(as === "observed" ? errata.observed : document), {
    port,
  });
  const base = `${server.origin}${defaultBasePath(document)}`;
  console.log(`${document.name} at ${base}\nAsk for any documented answer: curl -H 'Prefer: code=404' …`);
  await new Promise((resolve) => {
    signal.addEventListener("abort", resolve, { once: true });
  });
  await server.close();
  return 0;
}
