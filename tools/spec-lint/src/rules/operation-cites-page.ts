import type { Finding, Rule } from "../finding.ts";
import { inBackticks, isObject } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { operationsOf } from "../openapi/operations-of.ts";

export const operationCitesPage: Rule = {
  name: "operation-cites-page",
  why: "Whoever doubts the spec goes to the page that it was taken from, and asks how old the reading is.",
  check: ({ root }) =>
    operationsOf(root).flatMap(({ path, node }) => {
      const at = [...path, "externalDocs"];
      if (!isObject(node.externalDocs))
        return [finding(path, "an operation without externalDocs", "the page it was taken from")];

      const { url, description } = node.externalDocs;
      const findings: Finding[] = [];
      if (!isWebAddress(url))
        findings.push(finding([...at, "url"], inBackticks(url ?? "no url"), "the page's https address"));
      if (!saysWhenRead(description)) {
        const found = description === undefined ? "no description" : inBackticks(description);
        findings.push(
          finding([...at, "description"], found, "the day on which it was read: `read YYYY-MM-DD`"),
        );
      }
      return findings;
    }),
};

function isWebAddress(url: unknown): boolean {
  return typeof url === "string" && URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
}

function saysWhenRead(description: unknown): boolean {
  const day = /\bread (\d{4}-\d{2}-\d{2})\b/u.exec(String(description))?.[1];
  if (day === undefined) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function finding(at: Path, found: string, expected: string): Finding {
  return { at, found, expected, example };
}

const example = `externalDocs:
  description: Get one job, last updated Mar 3, 2026; read 2026-11-22
  url: https://docs.acme.example/jobs/get`;
