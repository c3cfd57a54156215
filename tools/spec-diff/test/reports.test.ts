import { expect, test } from "vitest";
import { createComparison } from "../src/comparison.ts";
import { formatJson } from "../src/report/json.ts";
import { formatMarkdown } from "../src/report/markdown.ts";
import { formatTerminal } from "../src/report/terminal.ts";
import { editionOf } from "./edition-of.ts";
import { answers, object, operation, text } from "./rows/acme.ts";
import { rows } from "./rows/index.ts";

const state = (parts: Record<string, unknown>) => ({ type: "string", ...parts });
const before = answers(object({ id: text, state: state({ enum: ["A", "B"], description: "How | it is." }) }));
const after = operation({
  parameters: [{ name: "site", in: "query", required: true, schema: text }],
  responses: {
    "200": {
      description: "JSON.",
      content: {
        "application/json": {
          schema: object({
            state: state({ enum: ["A", "B", "C"], description: "How it stands." }),
          }),
        },
      },
    },
  },
});
const client = { name: "@settled/acme-client", version: "0.3.0" };
const comparison = createComparison("acme", client, {
  before: { edition: await editionOf(before), label: "0.3.0" },
  after: { edition: await editionOf(after), label: "working tree" },
});

test("terminal", () => {
  expect(formatTerminal([comparison], (_, text) => text)).toMatchInlineSnapshot(`
    "acme  0.3.0 -> working tree: 3 major, 1 patch
      package  @settled/acme-client 0.3.0 rises by minor (below 1.0.0, for what is
               major after it)

    major  breaks callers  required-parameter-added
      what     \`site\` is a new parameter, and must be given
      at       #/paths/~1job/get/parameters/0
      after    {"name":"site","in":"query","required":true,"schema":{"type":"string"
               }}
      touches  getJob
      so       No call compiles without it.

    major  breaks readers  field-removed
      what     \`id\` is gone
      at       #/paths/~1job/get/responses/200/content/application~1json/schema
               /properties/id
      before   {"type":"string"}
      touches  getJob
      so       Code that reads it does not compile.

    major  breaks switches  value-added
      what     \`C\` of \`state\` is one more value of a closed list
      at       #/paths/~1job/get/responses/200/content/application~1json/schema
               /properties/state
      after    C
      touches  getJob
      so       A switch over all values has to treat it; nothing else breaks.

    patch  prose-changed
      what     \`state\` is described in other words
      at       #/paths/~1job/get/responses/200/content/application~1json/schema
               /properties/state/description

    1 spec, 4 changes"
  `);
});

test("Markdown", () => {
  expect(formatMarkdown([comparison])).toMatchInlineSnapshot(`
    "### \`acme\`: 3 major, 1 patch

    From 0.3.0 to working tree. @settled/acme-client 0.3.0 rises by minor (below 1.0.0, for what is major after it).

    | level | breaks | change | before | after | so |
    | --- | --- | --- | --- | --- | --- |
    | **major** | callers | \`site\` is a new parameter, and must be given (\`getJob\`)<br>\`#/paths/~1job/get/parameters/0\` |  | \`{"name":"site","in":"query","required":true,"schema":{"type…\` | No call compiles without it. |
    | **major** | readers | \`id\` is gone (\`getJob\`)<br>\`#/paths/~1job/get/responses/200/content/application~1json/schema/properties/id\` | \`{"type":"string"}\` |  | Code that reads it does not compile. |
    | **major** | switches | \`C\` of \`state\` is one more value of a closed list (\`getJob\`)<br>\`#/paths/~1job/get/responses/200/content/application~1json/schema/properties/state\` |  | \`C\` | A switch over all values has to treat it; nothing else breaks. |

    <details><summary>1 change of words and samples</summary>

    - \`state\` is described in other words \`#/paths/~1job/get/responses/200/content/application~1json/schema/properties/state/description\`

    </details>"
  `);
});

test("JSON", () => {
  const { format, specs } = JSON.parse(formatJson([comparison]));
  expect(format).toBe(1);
  expect(specs).toHaveLength(1);
  expect(specs[0].changes[0]).toMatchInlineSnapshot(`
    {
      "after": {
        "in": "query",
        "name": "site",
        "required": true,
        "schema": {
          "type": "string",
        },
      },
      "before": null,
      "breaks": "callers",
      "felt": "types",
      "level": "major",
      "operations": [
        "getJob",
      ],
      "pointer": "#/paths/~1job/get/parameters/0",
      "rule": "required-parameter-added",
      "says": "\`site\` is a new parameter, and must be given",
      "seen": "documented",
      "teaches": "No call compiles without it.",
    }
  `);
});

test("no line of a report is longer than 80 columns, and a table has as many cells in each row", async () => {
  for (const row of rows) {
    const one = createComparison("acme", client, {
      before: { edition: await editionOf(row.before), label: "0.3.0" },
      after: { edition: await editionOf(row.after), label: "working tree" },
    });
    const lines = formatTerminal([one], (_, text) => text).split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    const cells = formatMarkdown([one])
      .split("\n")
      .filter((line) => line.startsWith("|"));
    expect(new Set(cells.map((line) => line.split(/(?<!\\)\|/).length)).size).toBeLessThanOrEqual(1);
  }
});
