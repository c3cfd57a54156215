import { Option } from "commander";
import { REPORTER_NAMES } from "../report/reporters.ts";
import { collectOutputs, parsePort } from "./option-values.ts";

// Options that several commands have in common.

export const AS: Option = new Option(
  "--as <speech>",
  "what the sandbox speaks: the documentation, or what was seen to differ",
)
  .choices(["documented", "observed"])
  .default("documented");

export const REPORTER: Option = new Option(
  "--reporter <name[=file]>",
  `how to report, and where to; may be given several times (choices: ${REPORTER_NAMES.join(", ")})`,
).argParser(collectOutputs);

export const OUTPUT: Option = new Option(
  "--output <file>",
  "write the report to a file; the same as --reporter <name>=<file>",
);

export const COVERAGE: Option = new Option(
  "--coverage <missing|file>",
  "tell what is documented and was not seen, or write it to a file",
);

export const BASELINE: Option = new Option(
  "--baseline <file>",
  "known findings: new ones fail, and so do entries that expired or are stale",
);

export const PORT: Option = new Option("--port <port>", "port to listen on; 0 takes any free one")
  .default(0)
  .argParser(parsePort);
