import { styleText } from "node:util";
import type { Verdict } from "./report.ts";

const COLOURS: Readonly<Record<Verdict, "green" | "gray" | "cyan" | "yellow" | "red" | "magenta">> = {
  pass: "green",
  skip: "gray",
  erratum: "cyan",
  vacuous: "yellow",
  fail: "red",
  error: "magenta",
};

/** A text in the colour of a verdict, where there are colours (`NO_COLOR`, a terminal). */
export function coloured(verdict: Verdict, text: string): string {
  return styleText(COLOURS[verdict], text);
}
