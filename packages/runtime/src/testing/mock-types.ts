import type { OperationState } from "../operation-description.ts";
import type { UndocumentedStatus } from "../result.ts";
import type { AnswerStep, AnyStep, ExpiredStep, StateStep } from "./step.ts";

/** What one operation can be scripted to do: for the compiler alone, generated from the document. */
export interface Mockable {
  /** By documented status. */
  readonly answers: object;
  /** Of an operation that tells how something goes. */
  readonly poll?: MockablePoll;
  /** Whether it is documented to forget. */
  readonly expires?: true;
}

/** What is documented under one status: the body, and the names of what it can be, examples and error codes. */
export interface Answer<Body, Name> {
  readonly body: Body;
  readonly name: Name;
}

/** What the answers of a polled operation hold; `progress`, `result` and `error` only where they are marked. */
export interface MockablePoll {
  readonly data: unknown;
  readonly value: unknown;
  readonly states: OperationState;
  readonly progress?: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** The scripts of a mock, by operation. */
export type Scripts<Mocks> = {
  readonly [Id in keyof Mocks]?: Mocks[Id] extends Mockable ? Script<Mocks[Id]> : never;
};

/** One step for every request, or one step after the other. */
export type Script<Of extends Mockable> = StepOf<Of> | readonly StepOf<Of>[];

export type StepOf<Of extends Mockable> =
  | AnswerStep<Of["answers"]>
  | (Of extends { readonly poll: infer Poll extends MockablePoll } ? StateStep<Poll, Poll["states"]> : never)
  | (Of extends { readonly expires: true } ? ExpiredStep : never)
  | AnyStep;

/**
 * The answers of an operation, from the result of its method.
 *
 * @typeParam Names - by documented status, the names of its examples
 * @typeParam Others - the documented statuses without any
 * @typeParam CodeAt - where bodies hold their error code, as a list of steps
 */
export type Answers<
  Result,
  Names extends object,
  Others extends number | string = never,
  CodeAt extends readonly string[] = never,
> = {
  readonly [Status in keyof Names | Others]: Answer<
    BodyOf<Result, Status>,
    (Status extends keyof Names ? Names[Status] : never) | ValueAt<BodyOf<Result, Status>, CodeAt>
  >;
};

/** Data or error; what is documented of a range or of all others is what the client knows no exact status of. */
type BodyOf<Result, Status> = Result extends { readonly status: infer Known }
  ? (Status extends number ? Status : UndocumentedStatus) extends Known
    ? Result extends { readonly data: infer Data }
      ? Data
      : Result extends { readonly error: infer Error }
        ? Error
        : never
    : never
  : never;

type ValueAt<Body, Path> = Path extends readonly [infer Step, ...infer Rest]
  ? Body extends object
    ? Step extends keyof Body
      ? ValueAt<NonNullable<Body[Step]>, Rest>
      : never
    : never
  : Extract<Body, string | number>;

/** Any part of it, at any depth; of a list, items in part. A member that is `undefined` is left out. */
export type Partially<T> = T extends string | number | boolean | null | undefined | Blob
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Partially<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]?: Partially<T[Key]> | undefined }
      : T;
