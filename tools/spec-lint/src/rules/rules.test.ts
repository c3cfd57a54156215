import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadDocument, type OpenApiDocument } from "../document.ts";
import { lintDocument } from "../lint-specs.ts";
import { loadVocabulary } from "../vocabulary.ts";
import { rules } from "./index.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const vocabulary = loadVocabulary(fileURLToPath(new URL("../../../../specs", import.meta.url)));

/** For each rule, what it finds in its fail.yaml: the line, and what was found there. */
const want: Record<string, [line: number, found: string][]> = {
  "default-serialization": [
    [15, "style: `label` in path"],
    [16, "explode: `false` in query"],
    [17, "style: `pipeDelimited` in query"],
    [17, "explode: `false` in query"],
    [18, "allowReserved: `true` in query"],
    [19, "explode: `true` in header"],
    [20, "`application/json` in header"],
    [28, "style: `spaceDelimited` in a form"],
    [29, "explode: `false` in a form"],
    [40, "`multipart/mixed` as the first media type of a request body"],
    [46, "`application/xml` in query"],
  ],
  "error-code-typed": [
    [30, "`code` as a shared schema has it"],
    [41, "`code` without x-lro-error-code"],
    [51, "an error code without a type"],
    [61, 'the code `""`'],
    [77, "`code` typed in a schema that responses share"],
    [78, '`"0"` as success, and not among the codes'],
  ],
  "example-members-documented": [
    [24, "the member `resutl`, which the schema does not name"],
    [24, "the member `owner`, which the schema does not name"],
  ],
  "example-named-by-code": [
    [28, "the code `JobNotFound`, in an example named `BadInput`"],
    [41, "no code, in an example named `JobNotFound`"],
    [42, "the code `JobGone`, which this response does not list"],
  ],
  "example-validates": [
    [15, "`job-1`"],
    [20, "`soon`"],
    [25, "`a b`"],
    [25, "`Done`"],
    [25, "`{ok}`, which does not parse"],
    [25, '`"2026-02-30T10:00:00Z"`'],
    [25, "`2147483648`"],
    [25, "`5`"],
    [29, "`two`"],
    [34, '`"1"`'],
  ],
  "known-keywords": [
    [8, "`*Throttled`"],
    [9, "`X-Acme-Request-Id`"],
    [16, "`x-lro-result` (here: Operation Object)"],
    [20, "the unknown keyword `x-note`"],
    [22, "`yes`"],
    [22, "`waiting`"],
    [22, "the member `done`"],
    [28, "the unknown keyword `x-lro-statu`"],
    [29, "`x-lro-expires` without `x-lro-status`"],
    [30, '`{"kind":"text"}`'],
    [31, "the member `finished`"],
    [32, "`yes`"],
    [33, "`[]`"],
    [34, "the unknown keyword `x-ms-client-name`"],
    [40, "`;`"],
    [45, "the member `argument`"],
  ],
  "no-pattern-properties": [
    [22, 'patternProperties: `{"^[a-z]+$":{"type":"string"}}`'],
    [23, "`^\\w+\\-\\w+$`"],
  ],
  "open-list-form": [
    [22, "an enum among the branches"],
    [23, "the const `A` outside of an open list"],
    [24, "no open branch"],
    [25, "an open branch that is not the last"],
    [26, "an open list under oneOf"],
    [27, "no open branch"],
    [28, "a branch that is no plain const"],
    [29, "a type beside the list"],
  ],
  "operation-cites-page": [
    [10, "an operation without externalDocs"],
    [19, "`Get one job`"],
    [26, "`Get one job; read 2026-02-30`"],
    [33, "no description"],
    [40, "`jobs/get`"],
  ],
  "operation-id": [
    [10, "an operation without operationId"],
    [17, "`get-job`"],
    [31, "`getJob` a second time"],
    [38, "`settle`"],
    [45, "`toString`"],
    [52, "`list`"],
  ],
  "parameter-names-collide": [
    [17, "`id` in header, and the same name in path"],
    [19, "`site` in query, and the same name in query"],
  ],
  "references-resolve": [
    [8, '`"3"`'],
    [9, "`/requestId`, which the schema of the body does not name"],
    [35, "`/session/ticket`, which the schema of the body does not name"],
    [75, "`getJobs`"],
    [76, "`/title`, which the schema of the body does not name"],
    [76, "`Names`"],
    [76, "`path.after`"],
    [76, "`Place`"],
    [77, "no `jobId`"],
    [77, "`sites`"],
    [77, "`WAITING`"],
    [78, "`/inputs/0/title`, which the schema of the body does not name"],
    [78, "`Title`"],
    [107, "a response without a status"],
    [107, "a response without a status"],
    [113, "`before`"],
    [113, "`/next`, which the schema of the body does not name"],
    [113, "`/page/total/count`, which the schema of the body does not name"],
    [139, "`$input.user`"],
    [139, "`pass`"],
    [139, "`realms`"],
    [140, "`realms`"],
    [141, "`/token`, which the schema of the body does not name"],
    [142, "`logOff`"],
    [143, "no `user`"],
    [143, "`X-Acme-Tokens`"],
    [144, "`logIn` a second time, with the same inputs: none"],
    [145, "`logOut`"],
    [145, "`X-Acme-Token`"],
    [146, "`users`"],
    [154, "`/id`, which the schema of the body does not name"],
    [165, "`names`"],
    [165, "a value whose schema tells no kind"],
    [170, "`values`"],
    [171, "`cells`"],
    [171, "`name`"],
    [182, "a second schema with x-typed-value"],
    [184, "`NoName`"],
    [184, "`JobGone`"],
  ],
  "schema-compiles": [
    [23, 'missing type "string" for keyword "minLength"'],
    [29, 'unknown format "guid"'],
  ],
  "status-in-one-bucket": [
    [24, "`QUEUED` is documented, and stands in no bucket"],
    [26, "`Done` stands in `succeeded`, and is not documented"],
    [27, "`DONE` stands in `succeeded` and in `failed`"],
    [30, "`DONE` stands in `succeeded`, and is not documented"],
  ],
};

describe.each(rules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  test("passes its pass fixture, as all others do", async () => {
    expect(rule.check(load(`${name}/pass.yaml`))).toEqual([]);
    expect((await lintDocument(load(`${name}/pass.yaml`))).findings).toEqual([]);
  });

  test("finds what is wrong in its fail fixture, and no other rule speaks", async () => {
    const { findings } = await lintDocument(load(`${name}/fail.yaml`));
    expect(findings.map(({ line, found }) => [line, found])).toEqual(want[name]);
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set([name]));
  });

  test("teaches: each finding says what was expected, and shows how it is written", () => {
    for (const finding of rule.check(load(`${name}/fail.yaml`))) {
      expect(finding.expected).not.toBe("");
      expect(finding.example).not.toBe("");
    }
    expect(rule.why).toMatch(/\.$/);
  });
});

test("every rule has its file and its fixtures, and none is left out of the list", () => {
  const names = rules.map(({ name }) => name);
  const files = readdirSync(new URL(".", import.meta.url)).filter(
    (file) => !/^index\.ts$|\.test\.ts$/.test(file),
  );
  expect(names).toEqual(files.map((file) => file.replace(/\.ts$/, "")).sort());
  expect(names).toEqual(readdirSync(fixtures).sort());
});

function load(fixture: string): OpenApiDocument {
  return loadDocument(`${fixtures}${fixture}`, fixture, vocabulary);
}
