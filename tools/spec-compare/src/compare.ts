import type { Fact, OperationFacts } from "./facts.ts";

/** One fact on which two definitions differ. */
interface Difference {
  readonly operation: string;
  /** Such as `query limit`. */
  readonly place: string;
  readonly about: "presence" | "required" | "type" | "values" | "bounds";
  readonly ours: string;
  readonly theirs: string;
}

export interface Comparison {
  /** Operations that both define. */
  readonly compared: readonly string[];
  /** Operations that only the vendor's definition has. */
  readonly onlyTheirs: readonly string[];
  /** Operations that only our spec has. */
  readonly onlyOurs: readonly string[];
  /** How many facts were compared. */
  readonly facts: number;
  readonly differences: readonly Difference[];
}

/** Holds our operations against theirs, by operationId. */
export function compare(ours: readonly OperationFacts[], theirs: readonly OperationFacts[]): Comparison {
  const vendor = new Map(theirs.map((operation) => [operation.id, operation]));
  const shared = ours.filter(({ id }) => vendor.has(id));
  const results = shared.map((operation) =>
    compareOperation(operation, vendor.get(operation.id) ?? operation),
  );
  return {
    compared: shared.map(({ id }) => id),
    onlyTheirs: theirs.map(({ id }) => id).filter((id) => !ours.some((operation) => operation.id === id)),
    onlyOurs: ours.map(({ id }) => id).filter((id) => !vendor.has(id)),
    facts: results.reduce((sum, { facts }) => sum + facts, 0),
    differences: results.flatMap(({ differences }) => differences),
  };
}

function compareOperation(
  ours: OperationFacts,
  theirs: OperationFacts,
): { facts: number; differences: Difference[] } {
  const speaksOf = (place: string) => theirs.isWhole || !/^(\d|body |default)/.test(place);
  const places = [...new Set([...ours.facts.keys(), ...theirs.facts.keys()])].filter(speaksOf);
  const differences = places.flatMap((place) =>
    compareFact(ours.facts.get(place), theirs.facts.get(place), theirs.isWhole).map((difference) => ({
      operation: ours.id,
      place,
      ...difference,
    })),
  );
  return { facts: places.length, differences };
}

type Bare = Omit<Difference, "operation" | "place">;

function compareFact(ours: Fact | undefined, theirs: Fact | undefined, isWhole: boolean): Bare[] {
  if (!ours || !theirs) {
    return [{ about: "presence", ours: ours?.type ?? "absent", theirs: theirs?.type ?? "absent" }];
  }
  const told: Bare[] = [
    { about: "required", ours: String(ours.required), theirs: String(theirs.required) },
    ...(isSameType(ours, theirs) ? [] : [{ about: "type" as const, ours: ours.type, theirs: theirs.type }]),
    ...(isWhole ? (["values", "bounds"] as const) : []).map((about) => ({
      about,
      ours: listed(ours[about]),
      theirs: listed(theirs[about]),
    })),
  ];
  return told.filter((one) => one.ours !== one.theirs);
}

function listed(words: readonly string[] = []): string {
  return words.join(" ") || "none";
}

// JSON within a parameter may hold an object or a list; the definition does not tell.
function isSameType(ours: Fact, theirs: Fact): boolean {
  if (ours.isText && theirs.type === "string") return true;
  return ours.type === theirs.type || (theirs.type === "object" && ours.type === "array");
}
