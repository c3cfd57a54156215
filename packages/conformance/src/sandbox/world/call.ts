import type { Received } from "../received.ts";
import type { Addressed } from "./find-thing.ts";
import type { Role } from "./role.ts";
import type { Said } from "./said.ts";

/** A request, as the world understands it. */
export interface Call {
  /** What the operation does in the world. */
  readonly role: Role;
  readonly received: Received;
  /** Its arguments. */
  readonly said: readonly Said[];
  /** What it is about. */
  readonly addressed: Addressed;
}

/** The things that a call is for; where its operation is asked for none, those that its arguments speak of. */
export function aboutWhich({ addressed: { subjects, things } }: Call): Addressed["things"] {
  return subjects.length > 0 ? subjects : things;
}
