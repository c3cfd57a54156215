import type { ExternalDocumentation, SecuritySchemeObject, ServerObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { clientNames, type Names } from "./names.ts";
import { describeOperations, type Operation } from "./operation.ts";
import { describeSecuritySchemes } from "./security.ts";

/** A provider as the emitters see it: everything looked up, checked and named. */
export interface Service extends Names {
  readonly provider: string;
  readonly spec: Spec;
  readonly title: string;
  readonly summary: string;
  readonly description: string | undefined;
  /** The vendor's own page. */
  readonly page: ExternalDocumentation | undefined;
  readonly servers: readonly ServerObject[];
  readonly securitySchemes: Readonly<Record<string, SecuritySchemeObject>>;
  readonly operations: readonly Operation[];
}

/**
 * Describes the service of one spec.
 *
 * @throws SpecError if it holds what no client can be made of.
 */
export function describeService(provider: string, spec: Spec): Service {
  const { info, externalDocs, servers } = spec.document;
  return {
    ...clientNames(provider),
    provider,
    spec,
    title: info.title,
    summary: info.summary ?? info.title,
    description: info.description?.trim(),
    page: externalDocs,
    servers: documentedServers(spec, servers),
    securitySchemes: describeSecuritySchemes(spec),
    operations: describeOperations(spec),
  };
}

function documentedServers(spec: Spec, servers: ServerObject[] | undefined): ServerObject[] {
  if (servers && servers.length > 0) return servers;
  const place: Place = ["servers"];
  throw spec.error(place, {
    what: "there is no server",
    expected: "the address of the service, with variables for what differs from one installation to another",
    example: "servers:\n  - url: https://{host}\n    variables: { host: { default: jobs.example.com } }",
  });
}
