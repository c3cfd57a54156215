import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseOpenApi } from "./document.ts";
import { lintDocument } from "./lint-specs.ts";
import { listProviders, specFile } from "./spec-registry.ts";
import { loadVocabulary } from "./vocabulary.ts";

const specs = fileURLToPath(new URL("../../../specs", import.meta.url));
const vocabulary = loadVocabulary(specs);

/** Damage that a spec can take, and the rule that must notice: so that a clean spec means something. */
const damages = [
  { damage: "a keyword misspelt", from: /x-lro-status/gu, to: "x-lro-statu", want: "known-keywords" },
  { damage: "a bucket lost", from: /^ +succeeded: \[.*\n/gmu, to: "", want: "status-in-one-bucket" },
  { damage: "a day of reading lost", from: /; read \d{4}-\d\d-\d\d/gu, to: "", want: "operation-cites-page" },
  { damage: "an operationId lost", from: /^ +operationId: .*\n/gmu, to: "", want: "operation-id" },
  {
    damage: "strings that are now numbers",
    from: /type: string$/gmu,
    to: "type: number",
    want: "example-validates",
  },
  {
    damage: "a format that does not exist",
    from: /^( +)type: string$(?!\n\s+format)/gmu,
    to: "$1type: string\n$1format: text",
    want: "schema-compiles",
  },
  {
    damage: "a reference that leads nowhere",
    from: /schemas\/(\w+)"$/gmu,
    to: 'schemas/$1s"',
    want: "redocly/no-unresolved-refs",
  },
];

describe.each(listProviders(specs))("%s", (provider) => {
  const text = readFileSync(specFile(specs, provider), "utf8");

  for (const { damage, from, to, want } of damages) {
    const damaged = text.replace(from, to);
    test.skipIf(damaged === text)(`${damage} is found by ${want}`, async () => {
      const { findings } = await lintDocument(parseOpenApi(damaged, provider, vocabulary));
      expect(findings.map(({ rule }) => rule)).toContain(want);
    });
  }
});
