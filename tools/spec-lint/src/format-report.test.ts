import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseOpenApi } from "./document.ts";
import { formatReport } from "./format-report.ts";
import { lintDocument } from "./lint-specs.ts";
import { loadVocabulary } from "./vocabulary.ts";

const vocabulary = loadVocabulary(fileURLToPath(new URL("../../../specs", import.meta.url)));

const spec = `openapi: 3.1.1
info: { title: Acme Jobs, version: "1", license: { name: Apache-2.0, identifier: Apache-2.0 } }
servers: [{ url: "https://jobs.acme.example" }]
security: []
paths:
  /jobs:
    get:
      operationId: getJob
      summary: Get one job
      externalDocs: { description: Get one job, url: "https://docs.acme.example/jobs/get" }
      responses:
        "200":
          description: The job.
          content:
            application/json:
              schema: { type: string, enum: [RUNNING, DONE], x-lro-statu: { succeeded: [DONE] } }
`;

test("a finding says where, what was found, what was expected, how to write it, and why it matters", async () => {
  const { findings } = await lintDocument(parseOpenApi(spec, "specs/acme-jobs/openapi.yaml", vocabulary));
  const report = formatReport({ specs: 1, findings, halted: [], broken: [] }, (_, text) => text);
  expect(report).toMatchInlineSnapshot(`
    "specs/acme-jobs/openapi.yaml:10:23  operation-cites-page
      at        #/paths/~1jobs/get/externalDocs/description
      found     \`Get one job\`
      expected  the day on which it was read: \`read YYYY-MM-DD\`
      example   externalDocs:
                  description: Get one job, last updated Mar 3, 2026; read 2026-11-22
                  url: https://docs.acme.example/jobs/get
      why       Whoever doubts the spec goes to the page that it was taken from, and asks how old the reading is.

    specs/acme-jobs/openapi.yaml:16:62  known-keywords
      at        #/paths/~1jobs/get/responses/200/content/application~1json/schema/x-lro-statu
      found     the unknown keyword \`x-lro-statu\`
      expected  did you mean \`x-lro-status\`?
      example   x-lro-status: {"running":["RUNNING"],"succeeded":["SUCCEEDED"],"failed":["FAILED"]}
      why       No program reads a keyword that is not in specs/vocabulary.schema.json, or that stands where it does not belong; it would be silently lost.

    1 spec, 2 findings"
  `);
});

test("a file whose structure is broken is named, for the rules have not seen it", () => {
  const report = formatReport(
    { specs: 2, findings: [], halted: ["a.yaml"], broken: [] },
    (style, text) => `<${style}>${text}`,
  );
  expect(report).toMatchInlineSnapshot(`
    "<yellow>a.yaml: mend its structure first; the rules of this project were not run on it.

    <green>2 specs, 0 findings"
  `);
});
