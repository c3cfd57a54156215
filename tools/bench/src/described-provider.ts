import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./clients.ts";
import type { Module } from "./processes/load-installed.ts";

/** Loads a module of a package. By its path: a tool imports no package, but these are what it measures. */
export function loadSource(path: string): Promise<Module> {
  return import(pathToFileURL(join(ROOT, "packages", path)).href);
}

const { loadDocument } = await loadSource("conformance/src/document/load-document.ts");
const { documentedLifecycles } = await loadSource("conformance/src/run/documented-lifecycles.ts");
const { createCases, mainCase } = await loadSource("conformance/src/cases/create-cases.ts");
const { flatArguments } = await loadSource("conformance/src/run/flat-arguments.ts");

/** A provider, as far as its callers need to know it. */
export interface Described {
  readonly module: Module;
  readonly document: Module;
  readonly start: Module;
  readonly poll: Module;
  /** The first operation that has pages, if there is one. */
  readonly list?: Module;
  argumentsOf(operation: Module): object;
}

/** Reads a provider's document and its client. */
export async function describeProvider(provider: string): Promise<Described> {
  const document = await loadDocument(join(ROOT, "specs", provider, "openapi.yaml"), provider);
  const module = await loadSource(`${provider}-client/src/index.ts`);
  const cases = createCases(document);
  const [{ start, poll }] = documentedLifecycles(document);
  const list = document.operations.find(({ pointer }: Module) => isList(document.root, pointer));
  const argumentsOf = (operation: Module) => flatArguments(document, mainCase(cases, operation));
  return { module, document, start, poll, ...(list && { list }), argumentsOf };
}

/** Whether an operation has pages. */
function isList(root: Module, pointer: string): boolean {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll("~1", "/"));
  return steps.reduce((at, step) => at[step], root)["x-paging"] !== undefined;
}
