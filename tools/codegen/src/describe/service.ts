import type { ExternalDocumentation, OpenApiDocument, ServerObject, TagObject } from "../spec/document.ts";
import type { Spec } from "../spec/load-spec.ts";
import type { SecuritySchemeObject } from "../spec/security-scheme.ts";
import { clientNames, type Names } from "./names.ts";
import { describeOperations, type Operation } from "./operation.ts";
import { describeSecuritySchemes } from "./security.ts";
import { describeServers } from "./servers.ts";
import { describeSessions, type SessionWay } from "./sessions.ts";
import { assertTypeNames } from "./type-names.ts";
import { describeTypedValues, type TypedValues } from "./typed-values.ts";

/** A provider as the emitters see it: everything looked up, checked and named. */
export interface Service extends Names {
  readonly provider: string;
  readonly spec: Spec;
  readonly title: string;
  /** `info.version`: a label. */
  readonly apiVersion: string;
  readonly summary: string;
  readonly description: string | undefined;
  /** The vendor's own page. */
  readonly page: ExternalDocumentation | undefined;
  readonly servers: readonly ServerObject[];
  readonly securitySchemes: Readonly<Record<string, SecuritySchemeObject>>;
  /** The ways to log in, if there are any. */
  readonly sessions: readonly SessionWay[];
  /** The groups of the operations, in their order. */
  readonly tags: readonly TagObject[];
  readonly requestId: OpenApiDocument["x-request-id"];
  readonly rpc: OpenApiDocument["x-rpc"];
  readonly throttling: OpenApiDocument["x-throttling"];
  readonly mediaTypeVersion: OpenApiDocument["x-media-type-version"];
  readonly operations: readonly Operation[];
  readonly typedValues: TypedValues | undefined;
}

/**
 * Describes the service of one spec.
 *
 * @throws SpecError if it holds what no client can be made of.
 */
export function describeService(provider: string, spec: Spec): Service {
  const { info, externalDocs, tags = [] } = spec.document;
  const names = clientNames(provider);
  const operations = describeOperations(spec);
  const securitySchemes = describeSecuritySchemes(spec);
  assertTypeNames(spec, names, operations);
  return {
    ...names,
    provider,
    spec,
    title: info.title,
    apiVersion: String(info.version),
    summary: info.summary ?? info.title,
    description: info.description?.trim(),
    page: externalDocs,
    servers: describeServers(spec),
    securitySchemes,
    sessions: describeSessions(spec, securitySchemes, operations),
    tags,
    requestId: spec.document["x-request-id"],
    rpc: spec.document["x-rpc"],
    throttling: spec.document["x-throttling"],
    mediaTypeVersion: spec.document["x-media-type-version"],
    operations,
    typedValues: describeTypedValues(spec),
  };
}
