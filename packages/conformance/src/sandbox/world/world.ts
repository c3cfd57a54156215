import type { Document } from "../../document/document.ts";
import type { Json } from "../../document/json.ts";
import type { CanonicalState } from "../../document/vocabulary.ts";
import type { Clock } from "../clock.ts";
import { type Draft, draftOf } from "../draft.ts";
import type { Random } from "../random.ts";
import type { Received } from "../received.ts";
import type { Violation } from "../violation.ts";

/** How an execution is to end: a final state, `waiting` for a person, or `expired`. */
export type Ending = "succeeded" | "failed" | "canceled" | "waiting" | "expired";

export const ENDINGS: readonly Ending[] = ["succeeded", "failed", "canceled", "waiting", "expired"];

/** What is known of an execution. */
export interface Execution {
  readonly id: string;
  /** The operation that started it. */
  readonly operation: string;
  readonly state: CanonicalState | "expired";
  /** In percent. */
  readonly progress: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** What the service holds: the executions and whatever else was created, as the document's links tell them apart. */
export interface World {
  /** Does what is asked. Answers with a draft, or with what cannot be. */
  act(received: Received): Draft | readonly Violation[];
  /** The newest first. */
  executions(): readonly Execution[];
  /** Bends how an execution goes. Whether there is one of that id. */
  steer(id: string, ending: Ending): boolean;
  /** What it takes to go on from here. */
  snapshot(): Json;
  restore(snapshot: Json): void;
}

export interface WorldOptions {
  readonly document: Document;
  readonly clock: Clock;
  readonly random: Random;
  /** How executions advance. */
  readonly pace: Pace;
}

/** A step for each time that an execution is asked for, or for each so many milliseconds. */
export type Pace = { readonly by: "polls" } | { readonly by: "time"; readonly step: number };

export function createWorld({ document }: WorldOptions): World {
  return {
    act: ({ operation }) => draftOf(document, operation) ?? [],
    executions: () => [],
    steer: () => false,
    snapshot: () => null,
    restore() {},
  };
}
