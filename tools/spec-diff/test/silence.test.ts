import { readFileSync } from "node:fs";
import { describeService } from "codegen/src/describe/service.ts";
import { emitClient } from "codegen/src/emit/client.ts";
import type { Emit } from "codegen/src/emit/edition.ts";
import { emitEnvironment } from "codegen/src/emit/environment.ts";
import { emitOperations } from "codegen/src/emit/operations.ts";
import { emitService } from "codegen/src/emit/service.ts";
import { emitSessions } from "codegen/src/emit/sessions.ts";
import { emitValues } from "codegen/src/emit/values.ts";
import type { OpenApiDocument } from "codegen/src/spec/document.ts";
import { SpecError } from "codegen/src/spec/spec-error.ts";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compareEditions } from "../src/compare/compare.ts";
import { createSpec, type Edition } from "../src/load/edition.ts";

type Path = readonly (string | number)[];

/** Where methods and requests come from. The schema's own types are held against TypeScript, row by row. */
const emitters: readonly Emit[] = [
  emitClient,
  emitEnvironment,
  emitOperations,
  emitService,
  emitSessions,
  emitValues,
];

/** Text is text with or without a schema: other words for the same types. */
const sameTypes = /\/content\/text\/plain\/schema/;

/** Words and samples: whether they are told is for the rows to say. */
const words = new Set(["description", "example", "examples", "externalDocs", "summary", "tags", "title"]);

describe.each(["acme-jobs", "acme-rpc"])(
  "%s: nothing that changes the client is passed over in silence",
  (name) => {
    const text = readFileSync(
      new URL(`../../codegen/fixtures/${name}/openapi.yaml`, import.meta.url),
      "utf8",
    );
    const document = parse(text) as unknown;

    test("whatever is taken away", { timeout: 240_000 }, async () => {
      const before = edition(document);
      const client = await clientOf(before);
      const silent: string[] = [];
      let taken = 0;
      for (const path of placesIn(document)) {
        const place = path.join("/");
        const after = edition(without(document, path));
        const other = await clientOf(after).catch(brokenSpec);
        if (other === undefined || other === client) continue;
        taken += 1;
        const changes = compareEditions({ before, after });
        const isWords = sameTypes.test(place) || codeOf(other) === codeOf(client);
        if (!changes.some(({ level }) => isWords || level !== "patch")) silent.push(place);
      }
      expect(taken).toBeGreaterThan(100);
      expect(silent).toEqual([]);
    });
  },
);

function edition(document: unknown): Edition {
  const spec = createSpec("specs/acme/openapi.yaml", document as OpenApiDocument);
  return { documented: spec, observed: spec, overlay: undefined };
}

async function clientOf({ observed }: Edition): Promise<string> {
  const service = describeService("acme", observed);
  const edition = { service, documented: service, overlay: undefined, version: "0.0.0", license: "" };
  const texts = await Promise.all(emitters.map((emit) => emit(edition)));
  return texts.join("\n");
}

/** A client without its comments. */
function codeOf(client: string): string {
  return client.replaceAll(/\/\*\*.*?\*\//gs, "").replaceAll(/\s+/g, " ");
}

/** Of what codegen refuses, or falls over, there is no client to compare. */
function brokenSpec(error: unknown): undefined {
  if (!(error instanceof SpecError || error instanceof TypeError)) throw error;
}

function* placesIn(node: unknown, path: Path = []): Generator<Path> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, member] of Object.entries(node)) {
    if (words.has(key)) continue;
    const place = [...path, Array.isArray(node) ? Number(key) : key];
    yield place;
    yield* placesIn(member, place);
  }
}

function without(document: unknown, path: Path): unknown {
  const copy = structuredClone(document);
  const owner = path
    .slice(0, -1)
    .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], copy);
  const last = path.at(-1) ?? "";
  if (Array.isArray(owner)) owner.splice(Number(last), 1);
  else delete (owner as Record<string, unknown>)[last];
  return copy;
}
