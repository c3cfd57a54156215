import { TeachingError } from "../teaching-error.ts";
import type { Document, Rpc, RpcQuery } from "./document.ts";
import { isObject, type JsonObject } from "./json.ts";
import type { Source } from "./parse-source.ts";
import { readOperations } from "./read-operations.ts";
import { readSecuritySchemes } from "./read-security-schemes.ts";
import { readServers } from "./read-servers.ts";
import { RPC } from "./vocabulary.ts";

/**
 * A document, spelled out of a root that was proved.
 *
 * @throws TeachingError when it has no operation.
 */
export function spellOut({ root, locate }: Source, path: string, name: string): Document {
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
    where: locate("#/paths"),
    expected: "at least one path with a method",
    example: "paths: { /jobs/{id}: { get: { operationId: getJob, responses: { … } } } }",
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
