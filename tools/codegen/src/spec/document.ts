/** OpenAPI 3.1 objects, as far as codegen reads them. spec-lint judges the whole; here only what is used is typed. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; summary?: string; description?: string };
  externalDocs?: ExternalDocumentation;
  servers?: ServerObject[];
  security?: SecurityRequirement[];
  paths: Record<string, PathItem>;
  components?: { securitySchemes?: Record<string, SecuritySchemeObject> };
}

export interface ExternalDocumentation {
  url: string;
  description?: string;
}

export interface ServerObject {
  url: string;
  variables?: Record<string, { default: string; enum?: string[] }>;
}

/** OAS 3.1.1 §4.8.30: scheme name to scopes. */
export type SecurityRequirement = Record<string, string[]>;

export interface SecuritySchemeObject {
  type: string;
  scheme?: string;
  in?: string;
  name?: string;
}

export interface PathItem extends Partial<Record<HttpMethod, OperationObject>> {
  parameters?: (ParameterObject | Reference)[];
}

export const httpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type HttpMethod = (typeof httpMethods)[number];

export interface OperationObject {
  operationId?: string;
  summary?: string;
  description?: string;
  externalDocs?: ExternalDocumentation;
  parameters?: (ParameterObject | Reference)[];
  requestBody?: RequestBodyObject | Reference;
  responses?: Record<string, ResponseObject | Reference>;
  security?: SecurityRequirement[];
}

export interface ParameterObject extends Exemplified {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  style?: string;
  explode?: boolean;
  schema?: SchemaObject;
}

export interface RequestBodyObject {
  required?: boolean;
  content: Record<string, MediaTypeObject>;
}

export interface ResponseObject {
  description?: string;
  content?: Record<string, MediaTypeObject>;
}

export interface MediaTypeObject extends Exemplified {
  schema?: SchemaObject;
}

interface Exemplified {
  example?: unknown;
  examples?: Record<string, { value?: unknown }>;
}

export interface Reference {
  $ref: string;
}

/** A JSON Schema 2020-12 object with the project's `x-` keywords (specs/vocabulary.schema.json). */
export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  description?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  items?: SchemaObject;
  properties?: Record<string, SchemaObject>;
  required?: string[];
  additionalProperties?: boolean | SchemaObject;
  allOf?: SchemaObject[];
  anyOf?: SchemaObject[];
  oneOf?: SchemaObject[];
  "x-lro-status"?: Record<string, (string | number)[]>;
  "x-lro-result"?: true;
  "x-lro-error"?: true;
  "x-lro-progress"?: true;
  "x-lro-error-code"?: true | { success: (string | number)[] };
}
