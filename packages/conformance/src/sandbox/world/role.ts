import type { Example, MediaType, Operation } from "../../document/document.ts";
import type { Json } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import type { Draft } from "../draft.ts";
import type { State } from "./life.ts";
import type { Answer, Link } from "./links.ts";

/** Where a body tells the status of an execution. */
export interface StatusPlace {
  /** Steps from the body's root; `*` for each item. */
  readonly steps: readonly string[];
  /** Those to the list whose items each have a status; absent where the body tells of one execution. */
  readonly list?: readonly string[];
  /** The values of each state, the first of which is told. */
  readonly values: Readonly<Partial<Record<State, readonly Json[]>>>;
  readonly schema: Pointer;
  /** How long after its end an execution can be asked for, in milliseconds. */
  readonly expires?: number;
}

export type PagingStyle =
  | { readonly by: "token"; readonly parameter: string; readonly next: Pointer }
  | { readonly by: "offset" | "page"; readonly parameter: string };

export interface Paging {
  readonly style: PagingStyle;
  /** Plain names of the arguments that pages are asked for by. */
  readonly asked: ReadonlySet<string>;
  readonly items: readonly string[];
  readonly size?: string;
  readonly total?: Pointer;
}

/** What an operation does in the world. */
export interface Role {
  readonly operation: Operation;
  /** Its first success, as documented. */
  readonly draft: Draft | undefined;
  readonly media: MediaType | undefined;
  /** The documented examples of it, without those of an error under a status of success. */
  readonly samples: readonly Example[];
  /** Nothing is created or changed by it. */
  readonly safe: boolean;
  /** It logs in or out: not of this world. */
  readonly session: boolean;
  readonly links: readonly Link[];
  /** Where its success shows the id of something: the family of the id, and the place. */
  readonly shows: readonly Shown[];
  /** Whether it creates what it shows. */
  readonly creates: boolean;
  /** The operations of one kind tell of the same things. */
  readonly kind: string | undefined;
  /** Arguments that links bind to the id of what it is about. */
  readonly subjects: ReadonlySet<string>;
  readonly status?: StatusPlace;
  readonly paging?: Paging;
  /** Whether a link with `x-lro-cancel` leads here. */
  readonly cancels: boolean;
  /** What its being called means for an execution that waits: the links with `x-lro-answer` that lead here. */
  readonly answers: readonly Answer[];
  /** Whether it is about what a person is asked: there is such a thing only while an execution waits. */
  readonly asks: boolean;
  readonly deletes: boolean;
  readonly updates: boolean;
  /** Whether it documents an answer for what is not there. */
  readonly knowsNotFound: boolean;
  /** The documented examples of its arguments, by plain name. */
  readonly examples: ReadonlyMap<string, ShownValues>;
}

/** What a document shows for one argument. */
export interface ShownValues {
  readonly scalars: Set<Json>;
  /** Lists and objects, as JSON. */
  readonly structures: Set<string>;
}

export interface Shown {
  readonly family: string;
  /** Steps from the body's root. */
  readonly steps?: readonly string[];
  /** The name of a header. */
  readonly header?: string;
}
