import type { SignatureRules } from "../signature/signature-rules.ts";
import type { Serialization } from "../wire/serialize.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Pointer } from "./pointer.ts";

/** A parsed spec, with its operations spelled out and every object-level `$ref` followed. */
export interface Document {
  /** What the report calls it: the provider's name, or the file's. */
  readonly name: string;
  /** Where it was read from. */
  readonly source: string;
  readonly root: JsonObject;
  /** `info.version`. */
  readonly version: string;
  /** Absent where each operation has a path of its own on the wire. */
  readonly rpc?: Rpc;
  readonly servers: readonly Server[];
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  readonly operations: readonly Operation[];
}

/** All operations share one path on the wire, and say in headers which one they are. */
export interface Rpc {
  readonly path: string;
  /** Name of the header for the operationId. */
  readonly operation: string;
  /** Name of the header for the document's version. */
  readonly version: string;
  /** The older form of the same request: fields of the query, or of a form, say what the headers say. */
  readonly query?: RpcQuery;
}

export interface RpcQuery {
  /** Name of the field for the operationId. */
  readonly operation: string;
  /** Name of the field for the document's version. */
  readonly version: string;
  /** Further fields that every operation takes, and none documents. */
  readonly common: readonly string[];
}

export interface Server {
  readonly url: string;
  readonly variables: Readonly<Record<string, string>>;
}

export type SecurityScheme =
  | { readonly type: "http"; readonly scheme: string; readonly signature?: SignatureRules }
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly type: "other"; readonly what: string };

export interface Operation {
  readonly id: string;
  /** Upper case, as it travels. */
  readonly method: string;
  readonly path: string;
  readonly pointer: Pointer;
  /** Absent where the document's own apply. */
  readonly servers?: readonly Server[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  /** Keyed by exact status (`404`), range (`4XX`) or `default`. */
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
  /** Alternatives; within one, every named scheme is needed. Empty: no credentials. */
  readonly security: readonly (readonly string[])[];
}

export type Place = "path" | "query" | "header" | "cookie";

export interface Parameter {
  readonly name: string;
  readonly in: Place;
  readonly required: boolean;
  /** Pointer of the schema, if it has one. */
  readonly schema?: Pointer;
  readonly serialization?: Serialization;
  /** The names of the fields that it travels as, where each member of it is spread. */
  readonly members?: readonly string[];
  /** Its style, where the judge cannot write it. */
  readonly unspoken?: string;
  /** Whether a client may make one up, so that it can send the request again. */
  readonly idempotencyToken?: true;
  readonly example?: Json;
}

export interface RequestBody {
  readonly required: boolean;
  readonly content: readonly MediaType[];
}

export interface DocumentedResponse {
  readonly status: string;
  readonly pointer: Pointer;
  readonly headers: readonly DocumentedHeader[];
  /** Whether an answer may come without the documented body. */
  readonly bodyOptional: boolean;
  readonly content: readonly MediaType[];
}

export interface DocumentedHeader {
  readonly name: string;
  readonly required: boolean;
  readonly schema?: Pointer;
  /** The first one that the document shows. */
  readonly example?: Json;
  /** `json`: the value is a JSON text. By default, lists and objects are joined with commas. */
  readonly serialization?: "json";
  /** Whether the members of an object are pairs (`a=1,b=2`), and not simply joined (`a,1,b,2`). */
  readonly explode?: true;
}

export interface MediaType {
  /** Verbatim, with its parameters. */
  readonly type: string;
  readonly schema?: Pointer;
  /** How members of a form travel, where not by default. */
  readonly serializations: Readonly<Record<string, Serialization>>;
  /** Example Objects by name; one named `example` stands for the `example` keyword. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly name: string;
  readonly value: Json;
}
