import type { Clock } from "../clock.ts";
import type { Draft } from "../draft.ts";
import type { Violation } from "../violation.ts";
import type { Answers } from "./answers.ts";
import { aboutWhich, type Call } from "./call.ts";
import type { Deletions } from "./deletions.ts";
import { isOver, stateOf } from "./life.ts";
import type { Lists } from "./lists.ts";
import type { PlainLists } from "./plain-lists.ts";
import type { Paging, Role } from "./role.ts";
import type { Thing } from "./thing.ts";

export interface AnswerSources {
  readonly lists: Lists;
  readonly plainLists: PlainLists;
  readonly answers: Answers;
  readonly deletions: Deletions;
  readonly clock: Clock;
}

/** Chooses what tells of a call that was done: a page, the thing it is about, or what the document shows. */
export function createChooser({
  lists,
  plainLists,
  answers,
  deletions,
  clock,
}: AnswerSources): (call: Call) => Draft | readonly Violation[] | undefined {
  return (call) => {
    const { role, said, addressed } = call;
    if (hasPages(role)) {
      const page = lists.answer(role, role.draft as Draft, said, addressed);
      return "mistake" in page ? [page] : page;
    }
    const missing = deletions.missing(call);
    if (missing) return missing;
    const [thing] = aboutWhich(call);
    if (!thing) return plainLists.answer(role, said, answers.documented(role, said, addressed));
    return isExpired(role, thing, clock.now()) ? answers.expired(role, thing) : answers.of(role, thing, said);
  };
}

function hasPages(role: Role): role is Role & { readonly paging: Paging } {
  return role.paging !== undefined;
}

/** Whether an execution can no longer be asked for. */
function isExpired({ status, safe }: Role, { life }: Thing, now: number): boolean {
  if (!life || status?.expires === undefined || !safe) return false;
  if (stateOf(life) === "expired") return true;
  return isOver(life) && now - (life.since.at(-1) ?? now) > status.expires;
}
