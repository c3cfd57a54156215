import type { Document, Operation } from "../document/document.ts";
import { isSuccess } from "../document/documented-response.ts";
import { findMarked, type MarkedPlace } from "../document/find-marked.ts";
import { isoDuration } from "../document/iso-duration.ts";
import { isObject } from "../document/json.ts";
import { objectAt } from "../document/navigate.ts";
import type { Pointer } from "../document/pointer.ts";
import { type CanonicalState, EXPIRES, STATUS } from "../document/vocabulary.ts";
import { type Link, readLinks } from "../sandbox/world/links.ts";
import type { Ending } from "../sandbox/world/world.ts";

const RESULT = "x-lro-result";
const ERROR = "x-lro-error";

/** What is started, and how it is followed. */
export interface Lifecycle {
  readonly start: Operation;
  readonly poll: Operation;
  /** How the document says that it can go. */
  readonly endings: readonly Ending[];
  /** What lets it go on where it waits for a person. */
  readonly answer?: Link;
  /** How long it can be asked for once it ended, in milliseconds. */
  readonly expires?: number;
}

/** All starts of a document whose link leads to a status. */
export function documentedLifecycles(document: Document): Lifecycle[] {
  const links = readLinks(document);
  const interferes = new Set(links.filter(isInterference).map(({ target }) => target));
  return links.flatMap((link): Lifecycle[] => {
    const { source: start, target: poll } = link;
    const place = statusOf(document, poll);
    if (!place || isInterference(link) || interferes.has(start) || isList(document, start)) return [];
    const onward = links.filter(({ source }) => source === poll);
    const answer = onward.find((one) => one.answer?.state === "running");
    const expires = isoDuration(objectAt(document.root, place.schema)[EXPIRES]);
    const known = link.values ?? (isObject(place.mark) ? place.mark : {});
    return [
      {
        ...{ start, poll },
        ...(answer && { answer }),
        ...(expires !== undefined && { expires }),
        endings: endingsOf(known, onward, expires),
      },
    ];
  });
}

function endingsOf(
  known: Partial<Record<CanonicalState, unknown>>,
  onward: readonly Link[],
  expires: number | undefined,
): Ending[] {
  const goesOn = onward.some(({ answer }) => answer?.state === "running");
  const isDocumented: Record<Ending, boolean> = {
    succeeded: known.succeeded !== undefined,
    failed: known.failed !== undefined,
    canceled: onward.some(({ cancels }) => cancels),
    waiting: known.waiting !== undefined && (goesOn || known.succeeded === undefined),
    expired: expires !== undefined,
  };
  return (Object.keys(isDocumented) as Ending[]).filter((ending) => isDocumented[ending]);
}

function successSchema({ responses }: Operation): Pointer | undefined {
  return Object.values(responses).find(({ status }) => isSuccess(status))?.content[0]?.schema;
}

function statusOf({ root }: Document, operation: Operation): MarkedPlace | undefined {
  const schema = successSchema(operation);
  return schema === undefined ? undefined : findMarked(root, schema, STATUS)[0];
}

/** What a wait has to tell of an ending. */
export function expectedStory(
  document: Document,
  { poll, answer }: Lifecycle,
  ending: Ending,
): ExpectedStory {
  const place = statusOf(document, poll);
  const knowsCanceled = isObject(place?.mark) && place.mark.canceled !== undefined;
  const states: Record<Ending, readonly string[]> = {
    succeeded: ["succeeded"],
    failed: ["failed"],
    // Where the document has no word for it, what was cancelled has failed.
    canceled: [knowsCanceled ? "canceled" : "failed"],
    waiting: answer ? ["waiting", "succeeded"] : ["waiting"],
    expired: ["succeeded", "expired"],
  };
  const outcome = { succeeded: RESULT, failed: ERROR }[states[ending].at(-1) ?? ""];
  const schema = successSchema(poll);
  const isMarked = outcome && schema !== undefined && findMarked(document.root, schema, outcome).length > 0;
  return {
    states: states[ending],
    brought: isMarked && outcome === RESULT ? ["result"] : isMarked && ending === "failed" ? ["error"] : [],
  };
}

/** The states that the waits end with, and the least that the last of them brings. */
export interface ExpectedStory {
  readonly states: readonly string[];
  readonly brought: readonly ("result" | "error")[];
}

/** Whether a link leads to what bends the way of something that was started. */
function isInterference({ cancels, answer }: Link): boolean {
  return cancels || answer !== undefined;
}

/** Whether it lists what there is: a link from there starts nothing. */
function isList(document: Document, operation: Operation): boolean {
  return statusOf(document, operation)?.steps.includes("*") === true;
}
