import type { Answered, Difference } from "./compare.ts";

/** Why two servers answer one request in two ways. */
export interface Explanation {
  readonly why: string;
  readonly fits: (difference: Difference) => boolean;
}

const FORCED = "asked for each status";

/** What Prism 5.16 and the sandbox do differently, each for a reason. */
export const explanations: readonly Explanation[] = [
  {
    why: "What was started, created or listed has ids, times, counts and echoed arguments of its own; Prism repeats the sample.",
    fits: ({ kind, aspect, theirs, ours }) =>
      kind !== FORCED && aspect === "body" && theirs.status < 300 && hasMembersOf(ours, theirs),
  },
  {
    why: "The sandbox verifies who logs in: the name, the password and the tokens of a documented sample are nobody's.",
    fits: ({ kind, operation, aspect, theirs, ours }) =>
      kind === "as documented" &&
      aspect === "status" &&
      logsIn(operation) &&
      isSuccess(theirs) &&
      isRefusal(ours),
  },
  {
    why: "A login without its body is refused; Prism takes the body of a form for optional.",
    fits: ({ kind, operation, theirs, ours }) =>
      kind === "without its body" && logsIn(operation) && isSuccess(theirs) && ours.status === 400,
  },
  {
    why: "Prism cannot write an image.",
    fits: ({ kind, theirs, ours }) =>
      theirs.status === 500 &&
      JSON.stringify(theirs.body).includes("serializer") &&
      kind !== "with an unknown parameter" &&
      isSuccess(ours),
  },
  {
    why: "Where an error has no example, each makes one up from its schema: other numbers, another of the documented codes.",
    fits: ({ kind, aspect, theirs, ours }) =>
      kind === FORCED && aspect === "body" && theirs.status >= 400 && hasMembersOf(ours, theirs),
  },
  {
    why: "Examples named by whole numbers come first in any JavaScript object; Prism takes the first, which is a refusal in the envelope of a success.",
    fits: ({ kind, aspect, theirs, ours }) =>
      aspect === "body" && theirs.status === 200 && (kind === FORCED || !hasMembersOf(ours, theirs)),
  },
  {
    why: "Prism does not know that a value can travel leaf by leaf (x-flatten), and misses it.",
    fits: ({ kind, aspect, theirs, ours }) =>
      aspect === "status" &&
      theirs.status === 400 &&
      ours.status !== 400 &&
      /as documented|each status|another type/.test(kind),
  },
  {
    why: "Prism lets query parameters pass that are not documented.",
    fits: ({ kind, aspect, theirs, ours }) =>
      kind === "with an unknown parameter" &&
      aspect === "status" &&
      theirs.status !== 400 &&
      ours.status === 400,
  },
  {
    why: "Prism knows no signature schemes, and lets unsigned requests pass.",
    fits: ({ kind, theirs, ours }) =>
      kind === "without credentials" && isSuccess(theirs) && [400, 401, 403].includes(ours.status),
  },
  {
    why: "Prism never answers a body that is cut off.",
    fits: ({ kind, theirs, ours }) =>
      kind === "with a broken body" && theirs.status === 0 && ours.status === 400,
  },
  {
    why: "Where no 400 is documented, Prism refuses with 422, and the sandbox with 400; both as a problem (RFC 9457) or the nearest documented error.",
    fits: ({ theirs, ours }) => theirs.status === 422 && ours.status === 400,
  },
  {
    why: "Where the success has no content, Prism does not ask which type is accepted; the sandbox asks whether any documented answer is.",
    fits: ({ kind, theirs, ours }) => kind === "for another type" && isSuccess(theirs) && ours.status === 406,
  },
];

function isSuccess({ status }: Answered): boolean {
  return status >= 200 && status < 300;
}

function isRefusal({ status }: Answered): boolean {
  return status >= 400 && status < 500;
}

function logsIn(operation: string): boolean {
  return /login|session|token/i.test(operation);
}

/** Whether the one shows no member at its top that the other does not. */
function hasMembersOf(one: Answered, other: Answered): boolean {
  const names = Object.keys(Object(other.body));
  return Object.keys(Object(one.body)).every((name) => names.includes(name));
}
