import { memberAt } from "../member-at.ts";
import { type Reader, readMarks } from "./read-marks.ts";

type Mark = "status" | "result" | "error";

/** Where marks have been seen beside the places that are documented for them. */
export type AlsoAt = (seen: Partial<Record<Mark, readonly string[]>>) => Reader;

/** For operations whose answers may have a mark elsewhere: it is read there if there is none at its own place. */
export const alsoAt: AlsoAt = (seen) => () => (lro, answer) => {
  const elsewhere = Object.entries(seen).filter(
    ([mark]) => memberAt(answer.data, lro[mark as Mark] ?? []) === undefined,
  );
  return readMarks({ ...lro, ...Object.fromEntries(elsewhere) }, answer);
};
