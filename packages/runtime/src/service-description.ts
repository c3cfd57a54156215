import type { MediaTypeVersions } from "./media-type-version.ts";
import type { AnswerPlace } from "./read/answer-place.ts";
import type { Throttling } from "./send/throttling.ts";
import type { Rpc } from "./write/rpc.ts";

/** What the runtime needs to know of a service beside its operations: generated from its OpenAPI document. */
export interface ServiceDescription {
  readonly servers: readonly ServerDescription[];
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** How it says that it is asked too often: `throttling({ … })`. */
  readonly throttling?: Throttling;
  /** Where an answer names its request (`atHeader("x-request-id")`); the first that is there wins. */
  readonly requestId?: readonly AnswerPlace[];
  /** Where its bodies hold the machine-readable code of an error (`atMember(["code"])`); the first that is there wins. */
  readonly errorCodes?: readonly AnswerPlace[];
  /** One path on the wire for all operations: `rpc({ … })`. */
  readonly rpc?: Rpc;
  /** The releases that media types tell apart: `mediaTypeVersions("3.5")`. */
  readonly versions?: MediaTypeVersions;
}

/** OAS 3.1.1 §4.8.5: a URL; where it is a template, made by `serverTemplate({ … })`. */
export interface ServerDescription {
  readonly url: string;
  /** Their defaults; empty where only the user knows: the documented `jobs.example.com` stands for a host of one's own. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The URL with these variables, or else with their defaults; what has neither stays as it is. */
  fill?(values?: Readonly<Record<string, string | undefined>>): string;
}

/** What options are held against, and no call needs: the values that are documented as the only ones. */
export interface ListedValues {
  /** By the URL template of a server: of its variables. */
  readonly variables?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** The releases that media types tell apart. */
  readonly versions?: readonly string[];
}

/** OAS 3.1.1 §4.8.27, as far as the runtime can send it; `isSigned` where an access key signs (`x-signature`). */
export type SecurityScheme =
  | { readonly type: "http"; readonly scheme: string; readonly isSigned?: true }
  | { readonly type: "apiKey"; readonly in: "header"; readonly name: string };
