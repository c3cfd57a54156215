import { createHash } from "node:crypto";
import type { Document } from "../../document/document.ts";
import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import { TeachingError } from "../../teaching-error.ts";
import type { Journal, Refusal } from "../journal.ts";
import type { RestartableRandom } from "../restartable-random.ts";
import type { Service } from "../service.ts";
import type { AdjustableClock } from "./adjustable-clock.ts";
import { readRule } from "./read-rule.ts";
import type { GivenRule, Rules } from "./rules.ts";

/** Raised with every change to what a snapshot holds. */
const VERSION = 1;

/** All that a sandbox remembers. */
export interface Memory {
  readonly services: readonly Service[];
  readonly clock: AdjustableClock;
  readonly random: RestartableRandom;
  readonly rules: Rules;
  readonly journal: Journal;
}

/** What it takes to go on from here. */
export function takeSnapshot({ services, clock, random, rules, journal }: Memory): JsonObject {
  return {
    version: VERSION,
    ahead: clock.offset(),
    random: random.state,
    rules: rules.list() as unknown as Json,
    refusals: journal.list() as unknown as Json,
    services: Object.fromEntries(
      services.map(({ document, world, gate }) => [
        document.name,
        { document: fingerprint(document), world: world.snapshot(), gate: gate.snapshot() },
      ]),
    ),
  };
}

/**
 * Goes on from a snapshot.
 *
 * @returns the names of the services that begin afresh: the snapshot has none of them, or one of another document
 * @throws TeachingError when it is no snapshot; what was restored by then stays.
 */
export function restoreSnapshot(memory: Memory, snapshot: Json): string[] {
  const { version, ahead, random, rules, refusals, services } = shapeOf(snapshot);
  if (version !== VERSION) {
    throw new TeachingError({
      what: `the state is of version ${JSON.stringify(version)}`,
      expected: `version ${VERSION}: what this release of the sandbox writes`,
    });
  }
  memory.clock.adjust(ahead);
  memory.random.restart(random);
  memory.rules.restore(rules.flatMap((rule) => readGivenRule(rule, memory.services)));
  memory.journal.restore(refusals.filter(isRefusal));
  return memory.services.flatMap((service) => {
    const { name } = service.document;
    const kept = services[name];
    if (!isObject(kept) || kept.document !== fingerprint(service.document)) return [name];
    try {
      service.world.restore(kept.world ?? null);
      service.gate.restore(kept.gate ?? null);
    } catch (cause) {
      const what = `the state of ${name} cannot be read: ${(cause as Error).message}`;
      throw new TeachingError({ what, expected: "what the sandbox wrote" }, { cause });
    }
    return [];
  });
}

interface Shape {
  readonly version: Json;
  readonly ahead: number;
  readonly random: number;
  readonly rules: readonly Json[];
  readonly refusals: readonly Json[];
  readonly services: JsonObject;
}

function shapeOf(snapshot: Json): Shape {
  if (isObject(snapshot)) {
    const { version = null, ahead, random, rules, refusals, services } = snapshot;
    if (version !== VERSION && typeof version === "number") {
      return { version, ahead: 0, random: 0, rules: [], refusals: [], services: {} };
    }
    const isWhole = typeof ahead === "number" && typeof random === "number" && isObject(services);
    if (isWhole && Array.isArray(rules) && Array.isArray(refusals)) {
      return { version, ahead, random, rules, refusals, services };
    }
  }
  throw new TeachingError({
    what: "not the state of a sandbox",
    expected: "what the sandbox wrote, with version, ahead, random, rules, refusals and services",
  });
}

// A rule for a service that is not there any more has nothing to wait for.
function readGivenRule(given: Json, services: readonly Service[]): GivenRule[] {
  if (!isObject(given)) return [];
  const { id, ...rest } = given;
  try {
    return [{ ...readRule(rest, services), id: String(Number(id)) }];
  } catch (error) {
    if (error instanceof TeachingError) return [];
    throw error;
  }
}

function isRefusal(given: Json): given is Json & Refusal {
  if (!isObject(given)) return false;
  const { at, document, operation = "", method, path, violations } = given;
  const texts = [document, operation, method, path];
  return (
    typeof at === "number" && texts.every((text) => typeof text === "string") && Array.isArray(violations)
  );
}

const fingerprints = new WeakMap<Document, string>();

/** Changes with the document. */
function fingerprint(document: Document): string {
  const known = fingerprints.get(document);
  if (known) return known;
  const made = createHash("sha256").update(JSON.stringify(document.root)).digest("hex");
  fingerprints.set(document, made);
  return made;
}
