import type { Failure, Success, UndocumentedStatus } from "../result.ts";

/**
 * An operation as openapi-fetch is told of it, but for a body of its request.
 *
 * @typeParam Given - its arguments, by the places that they have
 * @typeParam Result - what its method comes back with
 */
export interface PlainMethod<Given, Result> {
  parameters: ByPlace<Given>;
  responses: Responses<Result>;
}

/**
 * The arguments of an operation as openapi-fetch is told of them: by their place; in any other, there is none.
 *
 * @typeParam Given - by place, those that are there
 */
export type ByPlace<Given> = Given & {
  [Place in Exclude<"query" | "header" | "path" | "cookie", keyof Given>]?: never;
};

/**
 * The responses of an operation as openapi-fetch is told of them: by documented status, the body of any media type.
 *
 * @typeParam Result - what the operation's method comes back with
 */
export type Responses<Result> = {
  [Variant in Result as StatusOf<Variant>]: { content: { "*/*": BodyOf<Variant> } };
};

/** Of what is documented of a range, or of all others, the client knows no status; of all else, it knows no body. */
type StatusOf<Variant> =
  Variant extends Success<infer Status, unknown>
    ? Documented<Status, "2XX">
    : Variant extends Failure<infer Status, infer Body>
      ? Documented<Status, unknown extends Body ? never : "default">
      : never;

type Documented<Status, Otherwise> = [Exclude<Status, UndocumentedStatus>] extends [never]
  ? Otherwise
  : Exclude<Status, UndocumentedStatus>;

type BodyOf<Variant> = Variant extends { readonly data: infer Data }
  ? Data
  : Variant extends { readonly error: infer Error }
    ? Error
    : never;
