import type { OperationObject, PathItem, ServerObject } from "../spec/document.ts";
import type { Spec } from "../spec/load-spec.ts";

/** The servers of the service. */
export function describeServers(spec: Spec): ServerObject[] {
  const { servers } = spec.document;
  if (servers && servers.length > 0) return servers;
  throw spec.error(["servers"], {
    what: "there is no server",
    expected: "the address of the service, with variables for what differs from one installation to another",
    example: "servers:\n  - url: https://{host}\n    variables: { host: { default: jobs.example.com } }",
  });
}

/** OAS 3.1.1 §4.8.9, §4.8.10: an operation's servers beat those of its path, and these beat the document's. */
export function ownServers(
  spec: Spec,
  { item, operation }: { item: PathItem; operation: OperationObject },
): ServerObject[] | undefined {
  const own = operation.servers ?? item.servers;
  return own && own.length > 0 && addresses(own) !== addresses(spec.document.servers ?? []) ? own : undefined;
}

function addresses(servers: readonly ServerObject[]): string {
  return JSON.stringify(servers.map(({ url, variables }) => [url, variables]));
}
