import { readdir, readFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { FIXTURE, OVERLAY } from "../../test/acme-jobs.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { keptFiles } from "../cache/kept-files.ts";
import { keptJson } from "../cache/kept-json.ts";
import { hashRoot } from "./hash-root.ts";
import { readDocument } from "./load-document.ts";
import { type Erratum, isProved, observe, readErrata } from "./load-errata.ts";

let folder = "";
beforeEach(() => {
  folder = temporaryFolder();
});

const kept = (kind: string) => keptJson(kind, keptFiles(folder));
const text = await readFile(FIXTURE, "utf8");
const read = (given: string) => readDocument(given, "acme.yaml", "acme", kept("document"));

describe("a document that was read before", () => {
  test("is the same, and has the same hash", async () => {
    const first = await read(text);
    expect(await readdir(folder)).toHaveLength(1);
    const second = await read(text);
    expect(second).toEqual(first);
    expect(hashRoot(second.root)).toBe(hashRoot(structuredClone(first.root)));
  });

  test.each([
    { name: "no YAML", given: "a: [" },
    { name: "no OpenAPI", given: "a: 1" },
    { name: "without operations", given: "openapi: 3.1.1\npaths: {}" },
  ])("is refused each time where it is broken: $name", async ({ given }) => {
    const problem = () => read(given).catch((error: Error) => error.message);
    const first = await problem();
    expect(first).toContain("acme.yaml");
    expect(await problem()).toBe(first);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("errata that were read before", () => {
  test("are the same, and so is what was observed", async () => {
    const document = await read(text);
    const overlay = await readFile(OVERLAY, "utf8");
    const first = await readErrata(overlay, "overlay.yaml", kept("errata"));
    expect(await readErrata(overlay, "overlay.yaml", kept("errata"))).toEqual(first);
    expect(isProved(document, first, kept("observed"))).toBe(false);
    const observed = await observe(document, first, kept("observed"));
    expect(isProved(document, first, kept("observed"))).toBe(true);
    expect(await observe(document, first, kept("observed"))).toEqual(observed);
    expect(isProved(document, first.slice(1), kept("observed"))).toBe(false);
  });

  test("are told each time where they find nothing to act on", async () => {
    const document = await read(text);
    const errata: Erratum[] = [{ name: "a", evidence: "", actions: [{ target: "$.nowhere", update: {} }] }];
    const problem = () => observe(document, errata, kept("observed")).catch((error: Error) => error.message);
    const first = await problem();
    expect(first).toContain("an overlay action finds nothing at $.nowhere");
    expect(await problem()).toBe(first);
    expect(isProved(document, errata, kept("observed"))).toBe(false);
  });
});
