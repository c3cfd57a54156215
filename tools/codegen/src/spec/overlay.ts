import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import {
  type OpenAPIOverlayAction,
  type OpenApiDocument as OverlaidDocument,
  openapiOverlay,
} from "openapi-format";
import { parse } from "yaml";
import { httpMethods, type OpenApiDocument, type ResponseObject } from "./document.ts";
import { toPointer } from "./json-pointer.ts";
import type { Spec } from "./load-spec.ts";
import { resolve } from "./resolve.ts";
import { SpecError } from "./spec-error.ts";

/** Where a service was seen to differ from its documentation: an OpenAPI Overlay. */
export interface Overlay {
  /** How the file is called in messages and headers. */
  readonly name: string;
  readonly actions: readonly OpenAPIOverlayAction[];
}

/** A known deviation: the actions that bear its name. */
export interface Erratum {
  readonly name: string;
  /** What was seen, where, and how sure it is. */
  readonly evidence: string;
}

/** Reads the overlay beside a spec, if there is one. */
export async function loadOverlay(file: string, name: string): Promise<Overlay | undefined> {
  if (!existsSync(file)) return undefined;
  const text = await readFile(file, "utf8");
  const root = parse(text) as { actions?: unknown } | null;
  if (Array.isArray(root?.actions)) return { name, actions: root.actions as OpenAPIOverlayAction[] };
  throw new SpecError({
    where: name,
    what: "not an OpenAPI Overlay",
    expected: "a document of OpenAPI Overlay 1.0 with actions",
    example: "overlay: 1.0.0",
  });
}

/**
 * The spec as the service was observed: what clients have to be typed for.
 *
 * @throws SpecError if an action finds nothing to act on.
 */
export async function observe(spec: Spec, overlay: Overlay | undefined): Promise<Spec> {
  if (!overlay) return spec;
  const overlaySet = { overlay: "1.0.0", info: { title: "", version: "" }, actions: [...overlay.actions] };
  const copy = structuredClone(spec.document) as unknown as OverlaidDocument;
  const { data, resultData } = await openapiOverlay(copy, { overlaySet });
  const [unused] = (resultData as { unusedActions: OpenAPIOverlayAction[] }).unusedActions;
  if (!unused) {
    const observed = { ...spec, document: data as unknown as OpenApiDocument };
    keepEmptyBodies(spec, observed);
    return observed;
  }
  throw new SpecError({
    where: overlay.name,
    what: `an action finds nothing at ${unused.target}`,
    expected: "a JSONPath (RFC 9535) to something in the document",
    example: "target: $.components.schemas.Job.properties.state",
  });
}

/** The errata of an overlay, each with all that its actions say. */
export function listErrata(overlay: Overlay | undefined): Erratum[] {
  const groups = Map.groupBy(overlay?.actions ?? [], (action) => String(action["x-erratum"]));
  return [...groups].map(([name, actions]) => ({
    name,
    evidence: (actions.find(({ description }) => description)?.description ?? "").trim(),
  }));
}

/** Where an answer is documented without a body and was seen with one, it may still come without. */
function keepEmptyBodies(documented: Spec, observed: Spec): void {
  const before = new Map(responsesOf(documented));
  for (const [name, response] of responsesOf(observed)) {
    if (isEmpty(before.get(name)) && !isEmpty(response)) response["x-body-optional"] = true;
  }
}

function isEmpty(response: ResponseObject | undefined): boolean {
  return response !== undefined && Object.keys(response.content ?? {}).length === 0;
}

/** All answers of a document, each under a name of its own. */
function responsesOf(spec: Spec): [string, ResponseObject][] {
  return Object.entries(spec.document.paths).flatMap(([path, item]) =>
    httpMethods.flatMap((method) =>
      Object.entries(item[method]?.responses ?? {}).map(([status, declared]): [string, ResponseObject] => {
        const place = ["paths", path, method, "responses", status];
        return [toPointer(place), resolve<ResponseObject>(spec, declared, place).value];
      }),
    ),
  );
}
