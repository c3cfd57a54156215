/**
 * `node tools/spec-compare/src/cli.ts SPEC DEFINITION`: on which facts a spec and the vendor's own definition differ,
 * which is an OpenAPI document, or a list of the parameters of operations.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { compare } from "./compare.ts";
import { formatComparison } from "./format-comparison.ts";
import { isBag } from "./json.ts";
import { readOpenApi } from "./read-openapi.ts";
import { readParameterList } from "./read-parameter-list.ts";

const [spec, definition] = process.argv.slice(2);

if (!spec || !definition) {
  console.error(
    "usage: spec-compare SPEC DEFINITION\n  example: spec-compare specs/acme-jobs/openapi.yaml vendor.json",
  );
  process.exitCode = 2;
} else {
  const vendor: unknown = parse(readFileSync(resolve(definition), "utf8"));
  const ours: unknown = parse(readFileSync(resolve(spec), "utf8"));
  if (!isBag(vendor) || !isBag(ours)) throw new TypeError("both files must hold an object");
  // An OpenAPI document has `paths`; a bare list of parameters has `operations`.
  const theirs = vendor.paths ? readOpenApi(vendor) : readParameterList(vendor);
  console.log(formatComparison(compare(readOpenApi(ours), theirs)));
}
