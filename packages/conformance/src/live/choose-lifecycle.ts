import type { Document, Operation } from "../document/document.ts";
import { isRead } from "../document/is-read.ts";
import { documentedLifecycles, type Lifecycle } from "../run/documented-lifecycles.ts";
import { type Link, readLinks } from "../sandbox/world/links.ts";
import { TeachingError } from "../teaching-error.ts";

/** A lifecycle with the links that lead through it. */
export interface LiveLifecycle {
  readonly start: Operation;
  readonly poll: Operation;
  /** From the start to what is polled. */
  readonly follow: Link;
  /** To what else can be read once it ended: its result, its logs. */
  readonly onward: readonly Link[];
}

/**
 * The lifecycle that an operation starts, as its links say.
 *
 * @throws TeachingError when it starts none, or was not allowed to be sent.
 */
export function chooseLifecycle(
  document: Document,
  id: string,
  allowWrites: readonly string[],
): LiveLifecycle {
  const known = documentedLifecycles(document);
  const lifecycle = known.find(({ start }) => start.id === id);
  const starts = [...new Set(known.map(({ start }) => start.id))];
  if (!lifecycle) {
    throw new TeachingError({
      what: `${id} starts nothing that can be followed`,
      where: "--lifecycle",
      expected:
        starts.length > 0 ? `one of ${starts.join(", ")}` : "an operation whose link leads to a status",
    });
  }
  if (!isRead(document, lifecycle.start) && !allowWrites.includes(id)) {
    throw new TeachingError({
      what: `${id} changes something, and nobody allowed it`,
      where: "--lifecycle",
      expected: "its name after --allow-writes, too",
      example: `--lifecycle ${id} --allow-writes ${id}`,
    });
  }
  return linked(document, lifecycle);
}

function linked(document: Document, { start, poll }: Lifecycle): LiveLifecycle {
  const links = readLinks(document);
  const follow = links.find(({ source, target }) => source === start && target === poll);
  if (!follow) throw new Error(`no link leads from ${start.id} to ${poll.id}`);
  const isOnward = ({ source, target, cancels, answer }: Link) =>
    (source === poll || source === start) &&
    target !== poll &&
    target !== start &&
    !cancels &&
    answer === undefined;
  // What changes something is not sent by the way.
  const onward = links.filter((link) => isOnward(link) && isRead(document, link.target));
  return { start, poll, follow, onward: distinct(onward) };
}

/** One link to each target: that of what is polled, which knows more, before that of the start. */
function distinct(links: readonly Link[]): Link[] {
  const byTarget = Map.groupBy(links, ({ target }) => target.id);
  return [...byTarget.values()].flatMap((same) => same.at(-1) ?? []);
}
