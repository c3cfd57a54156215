import type { SchemaObject } from "./schema-object.ts";
import type { SecuritySchemeObject } from "./security-scheme.ts";

/** OpenAPI 3.1 objects, as far as codegen reads them. spec-lint judges the whole; here only what is used is typed. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; summary?: string; description?: string };
  externalDocs?: ExternalDocumentation;
  servers?: ServerObject[];
  security?: SecurityRequirement[];
  tags?: TagObject[];
  paths: Record<string, PathItem>;
  components?: {
    schemas?: Record<string, SchemaObject>;
    securitySchemes?: Record<string, SecuritySchemeObject>;
    parameters?: Record<string, ParameterObject>;
  };
  "x-request-id"?: string[];
  "x-rpc"?: { path: string; operation: string; version: string };
  "x-throttling"?: Throttling;
  "x-media-type-version"?: { template: string; default: string; versions: string[] };
}

export interface ExternalDocumentation {
  url: string;
  description?: string;
}

export interface TagObject {
  name: string;
  description?: string;
}

export interface ServerObject {
  url: string;
  description?: string;
  variables?: Record<string, { default: string; description?: string; enum?: string[] }>;
}

/** OAS 3.1.1 §4.8.30: scheme name to scopes. */
type SecurityRequirement = Record<string, string[]>;

interface Throttling {
  statuses?: number[];
  codes?: (string | number)[];
  retryAfter?: { header: string; unit: "ms" | "s" };
}

export interface PathItem extends Partial<Record<HttpMethod, OperationObject>> {
  servers?: ServerObject[];
  parameters?: (ParameterObject | Reference)[];
}

export const httpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
type HttpMethod = (typeof httpMethods)[number];

export interface OperationObject {
  operationId?: string;
  summary?: string;
  description?: string;
  externalDocs?: ExternalDocumentation;
  tags?: string[];
  servers?: ServerObject[];
  parameters?: (ParameterObject | Reference)[];
  requestBody?: RequestBodyObject | Reference;
  responses?: Record<string, ResponseObject | Reference>;
  security?: SecurityRequirement[];
  "x-safe"?: boolean;
  "x-paging"?: Paging;
}

/** `x-paging`: parameters by their names, places in the body as JSON pointers. */
export interface Paging {
  token?: string;
  next?: string;
  offset?: string;
  page?: string;
  items: string;
  size?: string;
  total?: string;
}

export interface ParameterObject extends Exemplified {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  style?: string;
  explode?: boolean;
  schema?: SchemaObject;
  /** Instead of a schema: how the value is written. */
  content?: Record<string, MediaTypeObject>;
  "x-flatten"?: true;
  "x-idempotency-token"?: true;
}

export interface RequestBodyObject {
  required?: boolean;
  content: Record<string, MediaTypeObject>;
}

export interface ResponseObject {
  description?: string;
  content?: Record<string, MediaTypeObject>;
  links?: Record<string, LinkObject | Reference>;
  "x-body-optional"?: true;
}

export interface LinkObject {
  operationId?: string;
  parameters?: Record<string, unknown>;
  requestBody?: unknown;
  "x-lro-answer"?: string;
  "x-lro-cancel"?: true;
  "x-lro-values"?: Record<string, unknown>;
}

export interface MediaTypeObject extends Exemplified {
  schema?: SchemaObject;
  encoding?: Record<string, { contentType?: string }>;
}

interface Exemplified {
  example?: unknown;
  examples?: Record<string, { value?: unknown }>;
}

export interface Reference {
  $ref: string;
}
