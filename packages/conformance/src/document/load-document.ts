import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { upgrade } from "@scalar/openapi-upgrader";
import { TeachingError } from "../teaching-error.ts";
import { checkReferences } from "./check-references.ts";
import { checkVocabulary } from "./check-vocabulary.ts";
import type { Document, Rpc, RpcQuery } from "./document.ts";
import { isObject, type JsonObject } from "./json.ts";
import { parseSource, type Source } from "./parse-source.ts";
import { readOperations } from "./read-operations.ts";
import { readSecuritySchemes } from "./read-security-schemes.ts";
import { readServers } from "./read-servers.ts";
import { RPC } from "./vocabulary.ts";

/**
 * Reads an OpenAPI document, 3.1 as it is, 3.0 and 2.0 brought up to 3.1.
 *
 * @param file path or `file:` URL of a YAML or JSON file
 * @param name what the report calls it; by default the folder of an `openapi.yaml`, else the file
 * @throws TeachingError when the file cannot be read, is no OpenAPI document, or is broken.
 * @example
 * const document = await loadDocument("specs/acme-jobs/openapi.yaml");
 */
export async function loadDocument(file: string | URL, name?: string): Promise<Document> {
  const path = file instanceof URL ? fileURLToPath(file) : file;
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new TeachingError(
      { what: `cannot read ${path}: ${cause.code}`, expected: "the path of an OpenAPI document" },
      { cause },
    );
  });
  return readDocument(parseSource(path, text), path, name ?? defaultName(path));
}

/**
 * The same for a document that is in memory already.
 *
 * @throws TeachingError when it is no OpenAPI document, or is broken.
 */
export function createDocument(root: object, name: string): Document {
  const locate = (pointer: string) => `${name} ${pointer}`;
  return readDocument({ root: root as JsonObject, locate }, name, name);
}

function readDocument(source: Source, path: string, name: string): Document {
  const root = modernRoot(source);
  checkReferences({ ...source, root });
  checkVocabulary({ ...source, root });
  const document = {
    name,
    source: path,
    root,
    version: isObject(root.info) ? String(root.info.version) : "",
    ...readRpc(root),
    servers: readServers(root.servers),
    securitySchemes: readSecuritySchemes(root),
    operations: readOperations(root),
  };
  if (document.operations.length > 0) return document;
  throw new TeachingError({
    what: "the document has no operation",
    where: source.locate("#/paths"),
    expected: "at least one path with a method",
    example: "paths: { /jobs/{id}: { get: { operationId: getJob, responses: { … } } } }",
  });
}

function modernRoot({ root, locate }: Source): JsonObject {
  const version = root.openapi ?? root.swagger;
  if (typeof version === "string" && version.startsWith("3.1.")) return root;
  if (typeof version === "string" && /^(3\.0\.|2\.0$)/.test(version)) {
    return upgrade(structuredClone(root), "3.1") as unknown as JsonObject;
  }
  throw new TeachingError({
    what:
      version === undefined
        ? "not an OpenAPI document"
        : `OpenAPI ${JSON.stringify(version)} is not known here`,
    where: locate("#/openapi"),
    expected: "OpenAPI 3.1 (3.0 and 2.0 are brought up to it)",
    example: "openapi: 3.1.1",
  });
}

function readRpc({ [RPC]: rpc }: JsonObject): { rpc?: Rpc } {
  if (!isObject(rpc)) return {};
  const { path, operation, version, query } = rpc;
  const own = { path: String(path), operation: String(operation), version: String(version) };
  return { rpc: { ...own, ...(isObject(query) && { query: readRpcQuery(query) }) } };
}

function readRpcQuery({ operation, version, common }: JsonObject): RpcQuery {
  const further = Array.isArray(common) ? common.map(String) : [];
  return { operation: String(operation), version: String(version), common: further };
}

function defaultName(path: string): string {
  const file = basename(path).replace(/\.[^.]+$/, "");
  return file === "openapi" ? basename(dirname(path)) || file : file;
}
