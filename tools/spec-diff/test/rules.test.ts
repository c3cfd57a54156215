import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compareEditions } from "../src/compare/compare.ts";
import type { RuleName } from "../src/rules/index.ts";
import { rules } from "../src/rules/index.ts";
import { editionOf } from "./edition-of.ts";
import { rows } from "./rows/index.ts";

test.each(rows)("$what", async ({ before, after, want, spares = [] }) => {
  const changes = compareEditions({ before: await editionOf(before), after: await editionOf(after) });
  const got = changes.map(({ level, breaks, rule, pointer }) => `${level} ${breaks} ${rule} ${pointer}`);
  expect(got.sort()).toEqual([...want].sort());
  expect(changes.filter(({ rule }) => spares.includes(rule))).toEqual([]);
});

test("no row speaks of a version that is compared with itself", async () => {
  for (const { before, after } of rows) {
    for (const document of [before, after]) {
      const edition = await editionOf(document);
      expect(compareEditions({ before: edition, after: edition })).toEqual([]);
    }
  }
});

const names = Object.keys(rules) as RuleName[];
/** They are about the overlay, which has a test of its own. */
const elsewhere = new Set<RuleName>(["erratum-changed"]);

test.each(names.filter((name) => !elsewhere.has(name)))(
  "%s speaks in one row, and is spared in another",
  (name) => {
    expect(rows.filter(({ want }) => want.some((line) => line.split(" ")[2] === name))).not.toEqual([]);
    expect(rows.filter(({ spares = [] }) => spares.includes(name))).not.toEqual([]);
  },
);

test.each(names)("%s teaches in whole sentences", (name) => {
  const { says, teaches, breaks, level, felt } = rules[name];
  expect(says).not.toMatch(/[.]$/);
  expect(teaches).toMatch(/^[A-Z`].*[.]$/);
  // What breaks somebody is a major, and is felt somewhere; nothing else is.
  expect(level === "major").toBe(breaks !== "nobody");
  expect(felt === "nowhere").toBe(breaks === "nobody");
});

test("every keyword of the vocabulary has a rule that reads it", () => {
  const vocabulary = JSON.parse(
    readFileSync(new URL("../../../specs/vocabulary.schema.json", import.meta.url), "utf8"),
  ) as { properties: Record<string, unknown> };
  const texts = JSON.stringify(rows.filter(({ want }) => want.length > 0));
  const unread = Object.keys(vocabulary.properties).filter((keyword) => !texts.includes(keyword));
  expect(unread).toEqual([]);
});
