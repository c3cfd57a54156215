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

/** The variable, if any, that stands for a host of the user's own: what the host ends with is an example by default. */
export function placeholderOf({ url, variables = {} }: ServerObject): string | undefined {
  const [, name = ""] = /^\w+:\/\/[^/]*\{([^{}/]+)\}(?::[^/]*)?(?:\/|$)/.exec(url) ?? [];
  return EXAMPLE_HOST.test(variables[name]?.default ?? "") ? name : undefined;
}

/** RFC 2606 §2, §3: names that belong to nobody. */
const EXAMPLE_HOST = /^(.+\.)?(example(\.(com|net|org))?|invalid|test)(:\d+)?$/i;

/** With all defaults, examples among them. */
export function exampleUrl({ url, variables = {} }: ServerObject): string {
  return Object.entries(variables).reduce(
    (filled, [name, { default: value }]) => filled.replaceAll(`{${name}}`, value),
    url,
  );
}

/** Whether only the user can say where the service is. */
export function needsBaseUrl(servers: readonly ServerObject[]): boolean {
  return servers.every((server) => placeholderOf(server) !== undefined);
}

function addresses(servers: readonly ServerObject[]): string {
  return JSON.stringify(servers.map(({ url, variables }) => [url, variables]));
}
