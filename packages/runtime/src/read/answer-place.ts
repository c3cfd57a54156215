import { memberAt } from "../member-at.ts";

/** A place in an answer: a member of its body, or a header. */
export interface AnswerPlace {
  /** The steps to the member. */
  readonly path?: readonly string[];
  in(response: Response, body: unknown): unknown;
}

/** A member of the body, by the steps to it. */
export function atMember(path: readonly string[]): AnswerPlace {
  return { path, in: (_, body) => memberAt(body, path) };
}

/** A header. */
export function atHeader(name: string): AnswerPlace {
  return { in: ({ headers }) => headers.get(name) };
}
