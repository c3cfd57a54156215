import { readFile } from "node:fs/promises";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { assertReferences } from "./assert-references.ts";
import type { OpenApiDocument } from "./document.ts";
import { type Place, toPointer } from "./json-pointer.ts";
import { SpecError } from "./spec-error.ts";

/** A parsed spec that still knows where in its file everything stands. */
export interface Spec {
  /** How the file is called in messages and headers: `specs/<provider>/openapi.yaml`. */
  readonly name: string;
  readonly document: OpenApiDocument;
  /** The error that teaches about one place of it. */
  error(place: Place, lesson: { what: string; expected: string; example: string }): SpecError;
}

/**
 * Reads one `openapi.yaml`.
 *
 * @throws SpecError if it is not YAML, or no OpenAPI 3.1 document with a title and paths.
 */
export async function loadSpec(file: string, name: string): Promise<Spec> {
  const text = await readFile(file, "utf8");
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });

  const [broken] = yaml.errors;
  if (broken) {
    throw new SpecError({
      where: `${name}:${broken.linePos?.[0].line ?? 1}`,
      what: broken.message.split("\n")[0] ?? broken.code,
      expected: "YAML 1.2, one document",
      example: "openapi: 3.1.1",
    });
  }

  const spec: Spec = {
    name,
    document: yaml.toJS() as OpenApiDocument,
    error: (place, lesson) =>
      new SpecError({ where: `${name}:${lineOf(yaml, lines, place)} ${toPointer(place)}`, ...lesson }),
  };
  assertOpenApi(spec);
  assertReferences(spec);
  return spec;
}

function assertOpenApi(spec: Spec): void {
  const document = spec.document as Partial<OpenApiDocument> | null;
  if (!String(document?.openapi ?? "").startsWith("3.1")) {
    throw spec.error(["openapi"], {
      what: `this is ${JSON.stringify(document?.openapi) ?? "nothing"}, not OpenAPI 3.1`,
      expected: "an OpenAPI document of version 3.1",
      example: "openapi: 3.1.1",
    });
  }
  if (!document?.info?.title) {
    throw spec.error(["info"], {
      what: "the service has no name",
      expected: "info.title, which heads the README",
      example: "info:\n  title: Acme Jobs\n  version: v1",
    });
  }
  if (!document.paths || Object.keys(document.paths).length === 0) {
    throw spec.error(["paths"], {
      what: "there is no path",
      expected: "paths with at least one operation",
      example: "paths:\n  /jobs/{jobId}:\n    get:\n      operationId: getJob",
    });
  }
}

/** The line of a place; of its nearest ancestor if the place itself does not exist. */
function lineOf(yaml: Document, lines: LineCounter, place: Place): number {
  for (let length = place.length; length >= 0; length--) {
    const node = yaml.getIn(place.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
