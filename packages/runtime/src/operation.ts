import type { OperationDescription } from "./operation-description.ts";
import type { AnyResult } from "./result.ts";

declare const types: unique symbol;

/**
 * An operation and, for the compiler alone, what it takes and comes back with.
 *
 * `Poll` is what `settle` and `watch` tell of it, `Item` what `list` yields; `never` if they do not apply. `Listed` is
 * what `list` takes, which asks for the pages itself.
 */
export interface Operation<
  Arguments extends object,
  Result extends AnyResult,
  Poll = never,
  Item = never,
  Listed = Arguments,
> extends OperationDescription {
  readonly [types]?: { arguments: Arguments; result: Result; poll: Poll; item: Item; listed: Listed };
}

/** What is known of an operation that is polled: of its arguments, its answers and the marks in them. */
export interface Poll<Arguments extends object, Data, Result, Error, Value> {
  readonly arguments: Arguments;
  readonly data: Data;
  readonly result: Result;
  readonly error: Error;
  /** The vendor's own status values. */
  readonly value: Value;
}

/** What is known of an operation that starts something: `To` names the polled operations that its links lead to. */
export interface Start<Arguments extends object, To extends string> {
  readonly arguments: Arguments;
  readonly to: To;
}

/** What is known of an operation that answers page by page. */
export interface List<Arguments extends object, Item> {
  readonly arguments: Arguments;
  readonly item: Item;
}
