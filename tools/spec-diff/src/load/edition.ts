import type { OpenApiDocument } from "codegen/src/spec/document.ts";
import { toPointer } from "codegen/src/spec/json-pointer.ts";
import type { Spec } from "codegen/src/spec/load-spec.ts";
import { type Overlay, observe } from "codegen/src/spec/overlay.ts";
import { SpecError } from "codegen/src/spec/spec-error.ts";
import { parse } from "yaml";
import { BadInput } from "../bad-input.ts";
import { isBag } from "../compare/json.ts";

/** One version of a spec: as documented, and as observed, which is what types are made from. */
export interface Edition {
  readonly documented: Spec;
  readonly observed: Spec;
  readonly overlay: Overlay | undefined;
}

/** The files of one version, as text. */
export interface EditionFiles {
  /** How the spec is called in messages, with its version: `specs/acme/openapi.yaml at v1`. */
  readonly name: string;
  readonly document: string;
  readonly overlay?: string | undefined;
}

/**
 * Parses one version of a spec.
 *
 * @throws BadInput if it is no YAML, or no OpenAPI document
 * @throws SpecError if the overlay does not fit
 */
export async function readEdition({ name, document, overlay: text }: EditionFiles): Promise<Edition> {
  const root = parseYaml(document, name);
  if (!isBag(root) || !isBag(root.paths) || !isBag(root.info)) {
    throw new BadInput(`${name} is no OpenAPI document`, "Expected `openapi: 3.1.1`, `info` and `paths`.");
  }
  const documented = createSpec(name, root as unknown as OpenApiDocument);
  const overlay = text === undefined ? undefined : readOverlay(text, name);
  return { documented, observed: await observe(documented, overlay), overlay };
}

/** A spec whose places are named by pointer: of a version that is no file, a line says nothing. */
export function createSpec(name: string, document: OpenApiDocument): Spec {
  return {
    name,
    document,
    error: (place, lesson) => new SpecError({ where: `${name} ${toPointer(place)}`, ...lesson }),
  };
}

function readOverlay(text: string, name: string): Overlay {
  const root = parseYaml(text, `the overlay of ${name}`);
  const actions = isBag(root) && Array.isArray(root.actions) ? root.actions : undefined;
  if (actions) return { name: `the overlay of ${name}`, actions };
  throw new BadInput(`the overlay of ${name} has no actions`, "Expected a document of OpenAPI Overlay 1.0.");
}

function parseYaml(text: string, name: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    throw new BadInput(`${name} is not valid YAML: ${reason}`, "Mend the YAML first.");
  }
}
