import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type OpenApiDocument, openapiOverlay } from "openapi-format";
import { TeachingError } from "../teaching-error.ts";
import type { Document } from "./document.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { createDocument } from "./load-document.ts";
import { parseSource } from "./parse-source.ts";
import { below } from "./pointer.ts";

/** Overlay 1.0.0 §4.4.3. Spelt out, since the declarations of openapi-format ask for a package that it does not bring. */
export interface OverlayAction {
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
  const source = parseSource(file, await readFile(file, "utf8"));
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
  return [...Map.groupBy(named, ({ name }) => name)].map(([name, group]) => ({
    name,
    evidence: group
      .map(({ action }) => action.description ?? "")
      .join("\n")
      .trim(),
    actions: group.map(({ action }) => action),
  }));
}

/**
 * The document as it was observed: with the actions of some errata applied.
 *
 * @throws TeachingError when an action finds nothing to act on.
 */
export async function observe(document: Document, errata: readonly Erratum[]): Promise<Document> {
  const actions = errata.flatMap((erratum) => erratum.actions);
  if (actions.length === 0) return document;
  const overlaySet = {
    overlay: "1.0.0",
    info: { title: document.name, version: "1" },
    actions: [...actions],
  };
  const { data, resultData } = await openapiOverlay(structuredClone(document.root) as OpenApiDocument, {
    overlaySet,
  });
  const [unused] = (resultData as { unusedActions: OverlayAction[] }).unusedActions;
  if (!unused) return createDocument(data as object, document.name);
  const owner = errata.find((erratum) => erratum.actions.includes(unused));
  throw new TeachingError({
    what: `an overlay action finds nothing at ${unused.target}`,
    where: `erratum ${owner?.name} of ${document.source}`,
    expected: "a JSONPath (RFC 9535) to something in the document",
    example: "target: $.components.schemas.Job.properties.state",
  });
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
