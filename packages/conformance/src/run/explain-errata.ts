import { caseIn } from "../cases/case-in.ts";
import type { TestCase } from "../cases/test-case.ts";
import { checks } from "../checks/checks.ts";
import type { CheckName } from "../checks/finding.ts";
import { createSubject, type SubjectInput } from "../checks/subject.ts";
import type { Document } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import { type Erratum, isProved, observe } from "../document/load-errata.ts";
import { type SamePlaces, samePlaces } from "../document/same-places.ts";
import { type SameSubject, sameSubject } from "./same-subject.ts";

/** Says by which known deviations a finding is explained. */
export interface Errata {
  /** The document as the service was observed to be. */
  observed(): Promise<Document>;
  /** The names of the errata that explain what a check found, or `undefined` if they do not. */
  explain(check: CheckName, input: SubjectInput): Promise<string[] | undefined>;
}

/** What is judged by: a document, whole or with some of its errata. */
type Reading = Pick<SubjectInput, "document" | "validators">;

/** A reading with some of the errata. */
interface OtherReading extends Reading {
  /** Where it says what the document says. */
  readonly isSame: SamePlaces;
  /** Whether it says so of all that a check looks at. */
  readonly isUnchanged: SameSubject;
}

/**
 * Judges again by the document as observed. What then passes is explained: by the one erratum that suffices, or
 * else by each that cannot be left out.
 */
export async function createErrata(document: Document, errata: readonly Erratum[]): Promise<Errata> {
  const readings = new Map<string, Promise<OtherReading>>();
  const concerns = new Map<string, Promise<readonly Erratum[]>>();
  if (!isProved(document, errata)) await readWith(errata);
  return { observed: async () => (await readWith(errata)).document, explain };

  async function explain(check: CheckName, input: SubjectInput): Promise<string[] | undefined> {
    // What the document has nothing against as it is (a refusal that says the wrong thing) deviates from something else.
    if (errata.length === 0 || passes(check, input, input)) return undefined;
    // A service may deviate in one known way and not in another, so that each is tried for itself first.
    for (const erratum of await concerning(check, input)) {
      if (await suffices(check, input, [erratum])) return [erratum.name];
    }
    return (await suffices(check, input, errata)) ? needed(check, input) : undefined;
  }

  async function needed(check: CheckName, input: SubjectInput): Promise<string[]> {
    const names: string[] = [];
    for (const erratum of errata) {
      const others = errata.filter((other) => other !== erratum);
      if (!(await suffices(check, input, others))) names.push(erratum.name);
    }
    return names.length > 0 ? names : errata.map(({ name }) => name);
  }

  /** Most errata are about something else, which is found out once: by them, all is as it was. */
  function concerning(check: CheckName, input: SubjectInput): Promise<readonly Erratum[]> {
    if (!isOwn(input)) return Promise.resolve(errata);
    const { operation, status } = input.testCase;
    const key = `${check} ${operation.id} ${status} ${input.exchange.response?.status}`;
    const some = concerns.get(key) ?? choose(check, input);
    concerns.set(key, some);
    return some;
  }

  async function choose(check: CheckName, input: SubjectInput): Promise<readonly Erratum[]> {
    const chosen: Erratum[] = [];
    for (const erratum of errata) {
      const reading = await readWith([erratum]).catch(() => undefined);
      if (reading && !reading.isUnchanged(check, input)) chosen.push(erratum);
    }
    return chosen;
  }

  async function suffices(check: CheckName, input: SubjectInput, some: readonly Erratum[]): Promise<boolean> {
    // An erratum may act on what another one adds: alone, it makes no document.
    const reading = await readWith(some).catch(() => undefined);
    if (!reading) return false;
    if (!isOwn(input)) return passes(check, input, reading);
    return !reading.isUnchanged(check, input) && passes(check, input, sharing(reading, input));
  }

  function isOwn(input: SubjectInput): boolean {
    return input.document.root === document.root;
  }

  function readWith(some: readonly Erratum[]): Promise<OtherReading> {
    const key = some.map(({ name }) => name).join(" ");
    const reading = readings.get(key) ?? read(some);
    readings.set(key, reading);
    return reading;
  }

  async function read(some: readonly Erratum[]): Promise<OtherReading> {
    const reading = await observe(document, some);
    // Most runs have nothing to explain, and do without the compiler.
    const { lazyValidators } = await import("../schema/compile-validators.ts");
    const compiled = once(() => lazyValidators(reading));
    const isSame = samePlaces(document.root, reading.root);
    return {
      document: reading,
      validators: { get: (pointer) => compiled().get(pointer) },
      isSame,
      isUnchanged: sameSubject(document, reading, isSame),
    };
  }
}

/** A reading of the document that was judged by: what it does not say otherwise is compiled already. */
function sharing({ document, validators, isSame }: OtherReading, { validators: own }: Reading): Reading {
  return { document, validators: { get: (pointer) => (isSame(pointer) ? own : validators).get(pointer) } };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Whether a check has nothing against an exchange, judged by another reading of the document. */
function passes(check: CheckName, input: SubjectInput, { document, validators }: Reading): boolean {
  const known = caseIn(document, input.testCase);
  if (!known) return false;
  const testCase = { ...known, status: newStatus(known, input) ?? known.status };
  const findings = checks[check](createSubject({ ...input, document, validators, testCase }));
  return findings.every(({ verdict }) => verdict === "pass");
}

/** The received status, if this reading alone documents it: by the other nobody could have asked for it. */
function newStatus({ operation }: TestCase, { exchange, testCase }: SubjectInput): number | undefined {
  const status = exchange.response?.status;
  if (status === undefined || documentedResponse(testCase.operation, status)) return undefined;
  return documentedResponse(operation, status) && status;
}
