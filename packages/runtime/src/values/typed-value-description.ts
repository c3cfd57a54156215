/** How parameters and their values are wrapped (`x-typed-value`, `x-value-kind`): `{ string: { value: "a" } }`. */
export interface TypedValueDescription {
  /** The members of a parameter. */
  readonly parameter: { readonly name: string; readonly type: string; readonly value: string };
  /** The type of what has no one type: of items that differ, of an empty list. */
  readonly any?: string;
  /** By the one member of the wrapper. Of several of one kind, the first with a `type` is written. */
  readonly kinds: Readonly<Record<string, ValueKind>>;
}

/** What one kind of wrapper holds. */
export interface ValueKind {
  readonly kind: "text" | "number" | "boolean" | "time" | "secret" | "list" | "map" | "opaque";
  /** The type that a parameter declares for it; `{type}` in it stands for the one type of the items. */
  readonly type?: string;
  /** The member that holds what is wrapped: the first is written, whichever is there is read. All but `opaque`. */
  readonly at?: readonly string[];
  /** Of a `map`: the members of an entry of the list there. */
  readonly key?: string;
  readonly value?: string;
}
