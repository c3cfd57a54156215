import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { OpenApiDocument } from "openapi-format";
import { type KeptJson, keptJson } from "../cache/kept-json.ts";
import { TeachingError } from "../teaching-error.ts";
import type { Document } from "./document.ts";
import { hashRoot } from "./hash-root.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { below } from "./pointer.ts";
import { spellOut } from "./spell-out.ts";

/** Overlay 1.0.0 §4.4.3. Spelt out, since the declarations of openapi-format ask for a package that it does not bring. */
interface OverlayAction {
  /** A JSONPath (RFC 9535). */
  readonly target: string;
  readonly description?: string;
  readonly update?: unknown;
  readonly remove?: boolean;
  readonly [extension: `x-${string}`]: unknown;
}

/** A known deviation: how a service was seen to differ from its documentation. */
export interface Erratum {
  /** Such as `queued-state`. */
  readonly name: string;
  /** What was seen, where, and how sure it is. */
  readonly evidence: string;
  readonly actions: readonly OverlayAction[];
}

/**
 * Reads the errata of a document from its OpenAPI Overlay: the actions that bear one `x-erratum` are one erratum.
 *
 * @returns an empty list where there is no such file
 * @throws TeachingError when it is no overlay, or an action has no name.
 */
export async function loadErrata(file: string): Promise<Erratum[]> {
  if (!existsSync(file)) return [];
  return readErrata(await readFile(file, "utf8"), file);
}

/** The same, of the text of the file. */
export async function readErrata(
  text: string,
  file: string,
  kept: KeptJson = keptJson("errata"),
): Promise<Erratum[]> {
  const known = kept.read<Erratum[]>(text);
  if (known) return known;
  const { parseSource } = await import("./parse-source.ts");
  const source = parseSource(file, text);
  const { overlay, actions } = source.root;
  if (typeof overlay !== "string" || !overlay.startsWith("1.") || !Array.isArray(actions)) {
    throw new TeachingError({
      what: "not an OpenAPI Overlay",
      where: source.locate("#/overlay"),
      expected: "a document of OpenAPI Overlay 1.0 with actions",
      example: "overlay: 1.0.0",
    });
  }
  const named = actions.map((action, index) => readAction(action, source.locate(below("#/actions", index))));
  const errata = [...Map.groupBy(named, ({ name }) => name)].map(([name, group]) => ({
    name,
    evidence: group
      .map(({ action }) => action.description ?? "")
      .join("\n")
      .trim(),
    actions: group.map(({ action }) => action),
  }));
  await kept.write(errata, text);
  return errata;
}

/**
 * The document as it was observed: with the actions of some errata applied.
 *
 * @throws TeachingError when an action finds nothing to act on.
 */
export async function observe(
  document: Document,
  errata: readonly Erratum[],
  kept: KeptJson = keptJson("observed"),
): Promise<Document> {
  const actions = errata.flatMap((erratum) => erratum.actions);
  if (actions.length === 0) return document;
  const { name } = document;
  const known = kept.read<JsonObject>(...madeOf(document, errata));
  if (known) return spellOut({ root: known, locate: () => name }, name, name);
  const { openapiOverlay } = await import("openapi-format");
  const { createDocument } = await import("./create-document.ts");
  const overlaySet = {
    overlay: "1.0.0",
    info: { title: document.name, version: "1" },
    actions: [...actions],
  };
  const { data, resultData } = await openapiOverlay(structuredClone(document.root) as OpenApiDocument, {
    overlaySet,
  });
  const [unused] = (resultData as { unusedActions: OverlayAction[] }).unusedActions;
  if (!unused) {
    const observed = createDocument(data as object, name);
    await kept.write(observed.root, ...madeOf(document, errata));
    return observed;
  }
  const owner = errata.find((erratum) => erratum.actions.includes(unused));
  throw new TeachingError({
    what: `an overlay action finds nothing at ${unused.target}`,
    where: `erratum ${owner?.name} of ${document.source}`,
    expected: "a JSONPath (RFC 9535) to something in the document",
    example: "target: $.components.schemas.Job.properties.state",
  });
}

/** Whether all actions are known to find what they act on. */
export function isProved(
  document: Document,
  errata: readonly Erratum[],
  kept: KeptJson = keptJson("observed"),
): boolean {
  return errata.length === 0 || kept.has(...madeOf(document, errata));
}

function madeOf({ root }: Document, errata: readonly Erratum[]): string[] {
  return [hashRoot(root), JSON.stringify(errata)];
}

/** Whether an answer can show an erratum: one that says no more than keywords of ours changes no answer. */
export function isShowable({ actions }: Erratum): boolean {
  return actions.some(({ update, remove }) => {
    const members = isObject(update) ? Object.keys(update) : [];
    return remove === true || !isObject(update) || members.some((name) => !name.startsWith("x-"));
  });
}

function readAction(action: Json, where: string): { name: string; action: OverlayAction } {
  const name = isObject(action) ? action["x-erratum"] : undefined;
  if (typeof name === "string") return { name, action: action as JsonObject & OverlayAction };
  throw new TeachingError({
    what: "an overlay action without a name",
    where,
    expected: "x-erratum, the name that reports call it by",
    example: "x-erratum: queued-state",
  });
}
