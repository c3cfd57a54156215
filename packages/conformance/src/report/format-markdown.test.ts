import { describe, expect, test } from "vitest";
import { entryOf, reportOf, rowOf, SAMPLE } from "../../test/sample-report.ts";
import { formatMarkdown } from "./format-markdown.ts";
import { formatSummary } from "./format-summary.ts";
import { type Report, VERDICTS } from "./report.ts";

const dossier = (report: Report) => formatMarkdown([rowOf(report)]);

describe("the dossier", () => {
  test("of an operation: what the page says, what was sent, what came, and how to see it again", () => {
    expect(dossier(SAMPLE)).toContain(`## \`getJob\` GET \`/jobs/{jobId}\`

Get one job

The page: <https://docs.acme.example/jobs/get>

### When asked for 404 JobNotFound

**fail** \`status-code\`, \`specs/acme-jobs/openapi.yaml:158\`

- Expected: \`404\`
- Received: \`418\`
`);
    expect(dossier(SAMPLE)).toContain(`What was sent:

\`\`\`http
GET http://x/jobs/1?a=b
accept: application/json
\`\`\`

What came:

\`\`\`http
418
content-type: application/json

{"code":"Gone"}
\`\`\`

To see it again:

\`\`\`sh
curl 'http://x/jobs/1'
\`\`\`
`);
  });

  test("of a known deviation: what it rests on, once", () => {
    expect(dossier(SAMPLE)).toContain(`### health-version + health-epoch

Seen in release 3.2 on 2026-11-20.

Seen at \`getHealth 200 example\`.
`);
  });

  test("of what was not asked: why", () => {
    expect(dossier(SAMPLE)).toContain(
      "## Not asked\n\n- 1 case(s): a live service cannot be asked for this answer\n",
    );
  });

  test("of a provider that keeps its word says so", () => {
    expect(dossier(reportOf([entryOf()]))).toContain("Nothing was found that is not known.");
  });

  test.each([
    { name: "HTML", given: "<img src=x onerror=alert(1)>", want: "`<img src=x onerror=alert(1)>`" },
    { name: "backticks", given: "a ``` b", want: "`a ``` b`" },
    { name: "a table", given: "a | b\n| - | - |", want: "`a | b | - | - |`" },
  ])("keeps text text: $name", ({ given, want }) => {
    expect(dossier(reportOf([entryOf({ verdict: "fail", received: given })]))).toContain(
      `Received: ${want}\n`,
    );
  });

  test("opens no fence that a body could close", () => {
    const body = { text: "```\n# no heading\n````", bytes: 20 };
    const [exchange] = SAMPLE.cases ?? [];
    if (!exchange?.response) throw new Error("no exchange");
    const cases = [{ ...exchange, response: { ...exchange.response, body } }];
    expect(dossier({ ...SAMPLE, cases })).toContain("`````http\n418");
  });

  test("takes over the code of the documents, and nothing else of their Markdown", () => {
    const errata = { "health-version": "With `a_b` in *it*, <i>." };
    expect(dossier({ ...SAMPLE, errata })).toContain("\n\nWith `a_b` in \\*it\\*, \\<i>.\n");
  });

  test("links to nothing but the web", () => {
    const documentation = { url: "javascript:alert(1)", description: "A page" };
    expect(dossier({ ...SAMPLE, documentation })).not.toContain("javascript:");
  });
});

test.each([
  { name: "404 JobNotFound", want: "### When asked for 404 JobNotFound" },
  { name: "without credentials", want: "### When asked without credentials" },
])("says what was asked, or how: $name", ({ name, want }) => {
  expect(formatMarkdown([rowOf(reportOf([entryOf({ verdict: "fail", case: name })]))])).toContain(
    `\n${want}\n`,
  );
});

describe("the step summary", () => {
  test("has a row for each provider, and what is not green", () => {
    expect(
      formatSummary([rowOf(SAMPLE), rowOf(reportOf([entryOf()], { provider: "b|c" }))]),
    ).toBe(`## Contracts not kept

| provider | ${VERDICTS.join(" | ")} |
| - | - | - | - | - | - | - |
| acme-jobs | 1 | 1 | 1 | 1 | 2 | 1 |
| b\\|c | 1 | 0 | 0 | 0 | 0 | 0 |

- **fail** \`status-code\` acme-jobs getJob 404 JobNotFound: expected \`404\`, received \`418\`
- **fail** \`response-schema\` acme-jobs getJob 404 JobNotFound: expected \`#/code member code\`, received \`{"<b>":"50%, ::x"}\`
- **vacuous** \`response-schema\` acme-jobs getJob 404 JobNotFound: expected \`at least half of the 4 members of the documented sample\`, received \`0 of them\`
- **error** \`status-code\` acme-jobs cancelJob 204: expected \`a verdict\`, received \`Error: no at x\`
`);
  });

  test.each([
    { name: "what is kept", given: reportOf([entryOf()]), want: "## Contracts kept" },
    {
      name: "what is not",
      given: reportOf([entryOf({ verdict: "vacuous" })]),
      want: "## Contracts not kept",
    },
  ])("begins with $name", ({ given, want }) => {
    expect(formatSummary([rowOf(given)]).split("\n")[0]).toBe(want);
  });

  test("counts what it does not tell", () => {
    const many = reportOf(Array.from({ length: 53 }, () => entryOf({ verdict: "fail" })));
    expect(formatSummary([rowOf(many)])).toContain(
      "\nAnd 3 more; --reporter html=report.html has all of them.\n",
    );
  });
});
