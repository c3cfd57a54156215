import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { document, documentOf, OVERLAY } from "../../test/acme-jobs.ts";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { TeachingError } from "../teaching-error.ts";
import type { Document } from "./document.ts";
import { documentedValues } from "./documented-values.ts";
import { type Erratum, isShowable, loadErrata, observe } from "./load-errata.ts";
import { valueAt } from "./pointer.ts";

const folder = sharedFolder();

async function load(text: string): Promise<Erratum[]> {
  const file = join(folder, "given.yaml");
  await writeFile(file, text);
  return loadErrata(file);
}

/** The text of the error, without the folder. */
async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(TeachingError);
  return (error as TeachingError).message.replaceAll(`${folder}/`, "");
}

const fixture = await loadErrata(OVERLAY);
const erratum = (name: string, ...actions: { target: string; update?: unknown; remove?: true }[]) =>
  ({ name, evidence: "", actions }) as Erratum;

describe("the actions of one x-erratum are one erratum", () => {
  test("in the order of the overlay", () => {
    expect(fixture.map(({ name, actions }) => [name, actions.length])).toEqual([
      ["paused-state", 2],
      ["moved-code", 1],
      ["cancel-accepted", 1],
      ["health-version", 1],
      ["health-epoch", 1],
      ["plan-without-steps", 1],
    ]);
  });

  test.each([
    {
      name: "the evidence of each action is kept",
      actions: [
        "{ x-erratum: a, description: one, target: $ }",
        "{ x-erratum: a, description: two, target: $ }",
      ],
      want: [["a", "one\ntwo", 2]],
    },
    {
      name: "however far they stand apart",
      actions: ["{ x-erratum: a, target: $ }", "{ x-erratum: b, target: $ }", "{ x-erratum: a, target: $ }"],
      want: [
        ["a", "", 2],
        ["b", "", 1],
      ],
    },
    { name: "none", actions: [], want: [] },
  ])("$name", async ({ actions, want }) => {
    const errata = await load(`overlay: 1.0.0\nactions: [${actions.join(", ")}]\n`);
    expect(errata.map(({ name, evidence, actions: own }) => [name, evidence, own.length])).toEqual(want);
  });

  test("a file that is not there holds none", async () => {
    expect(await loadErrata(join(folder, "missing.yaml"))).toEqual([]);
  });
});

describe("what is no overlay of errata is told", () => {
  const noOverlay = (where: string) => `not an OpenAPI Overlay
  where     given.yaml${where} #/overlay
  expected  a document of OpenAPI Overlay 1.0 with actions
  example   overlay: 1.0.0`;
  const noName = (where: string) => `an overlay action without a name
  where     given.yaml${where}
  expected  x-erratum, the name that reports call it by
  example   x-erratum: queued-state`;
  test.each([
    { name: "an OpenAPI document", given: "openapi: 3.1.1\npaths: {}\n", want: noOverlay("") },
    { name: "another version", given: "overlay: 2.0.0\nactions: []\n", want: noOverlay(":1:10") },
    { name: "a version that is a number", given: "overlay: 1.0\nactions: []\n", want: noOverlay(":1:10") },
    { name: "an overlay without actions", given: "overlay: 1.0.0\n", want: noOverlay(":1:10") },
    {
      name: "an action without x-erratum",
      given: "overlay: 1.0.0\nactions:\n  - { x-erratum: a, target: $ }\n  - { target: $ }\n",
      want: noName(":4:5 #/actions/1"),
    },
    {
      name: "an x-erratum that is no text",
      given: "overlay: 1.0.0\nactions:\n  - { x-erratum: 1, target: $ }\n",
      want: noName(":3:5 #/actions/0"),
    },
    {
      name: "an action that is no object",
      given: "overlay: 1.0.0\nactions: [x]\n",
      want: noName(":2:11 #/actions/0"),
    },
  ])("$name", async ({ given, want }) => {
    expect(await problemOf(load(given))).toBe(want);
  });
});

describe("the document as it was observed", () => {
  const STATES = "#/components/schemas/JobState";
  const statusesOf = ({ operations }: Document, operation: string) =>
    Object.keys(operations.find(({ id }) => id === operation)?.responses ?? {});

  test("is the document itself, where nothing was", async () => {
    expect(await observe(document, [])).toBe(document);
  });

  test("has every action of an erratum applied, and the document stays what it is", async () => {
    const observed = await observe(document, fixture);
    expect(valueAt(observed.root, `${STATES}/x-lro-status/waiting`)).toEqual(["ON_HOLD", "PAUSED"]);
    expect(documentedValues(observed.root, STATES).values).toContain("PAUSED");
    expect(statusesOf(observed, "cancelJob")).toEqual(["202", "204", "404"]);
    expect(documentedValues(document.root, STATES).values).not.toContain("PAUSED");
    expect(statusesOf(document, "cancelJob")).toEqual(["204", "404"]);
    expect(observed.name).toBe(document.name);
  });

  test("has the actions of the chosen errata only", async () => {
    const chosen = fixture.filter(({ name }) => name === "cancel-accepted");
    const observed = await observe(document, chosen);
    expect(documentedValues(observed.root, STATES).values).not.toContain("PAUSED");
    expect(statusesOf(observed, "cancelJob")).toEqual(["202", "204", "404"]);
  });

  test("has the actions in their order: one may act on what another adds", async () => {
    const things = documentOf({});
    const observed = await observe(things, [
      erratum("a", { target: "$.paths['/thing'].get.responses", update: { "404": { description: "a" } } }),
      erratum("b", { target: "$.paths['/thing'].get.responses['404']", update: { description: "b" } }),
    ]);
    expect(valueAt(observed.root, "#/paths/~1thing/get/responses/404/description")).toBe("b");
  });

  const finding = (target: string, name: string) => `an overlay action finds nothing at ${target}
  where     erratum ${name} of things
  expected  a JSONPath (RFC 9535) to something in the document
  example   target: $.components.schemas.Job.properties.state`;
  test.each([
    {
      name: "an update of what is not there",
      given: [erratum("a", { target: "$.paths['/nothing']", update: {} })],
      want: finding("$.paths['/nothing']", "a"),
    },
    {
      name: "a removal of what is not there",
      given: [erratum("a", { target: "$.info.gone", remove: true })],
      want: finding("$.info.gone", "a"),
    },
    {
      name: "the second action of the second erratum",
      given: [
        erratum("a", { target: "$.paths", update: {} }),
        erratum("b", { target: "$.paths", update: {} }, { target: "$.gone", update: {} }),
      ],
      want: finding("$.gone", "b"),
    },
    {
      name: "an action that says nothing to do",
      given: [erratum("a", { target: "$.paths" })],
      want: finding("$.paths", "a"),
    },
    {
      name: "a target that is no JSONPath",
      given: [erratum("a", { target: "paths", update: {} })],
      want: finding("paths", "a"),
    },
  ])("$name is told", async ({ given, want }) => {
    // The library that applies the actions prints what it thinks of a broken one.
    const printed = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await problemOf(observe(documentOf({}), given))).toBe(want);
    printed.mockRestore();
  });

  test("is proved as any document is", async () => {
    const broken = erratum("a", {
      target: "$.paths['/thing'].get.responses",
      update: { "404": { $ref: "#/components/responses/Gone" } },
    });
    expect(await problemOf(observe(documentOf({}), [broken]))).toContain(
      "broken $ref: nothing stands at #/components/responses/Gone",
    );
  });
});

test.each<{ name: string; given: { target: string; update?: unknown; remove?: true }[]; want: boolean }>([
  { name: "a schema", given: [{ target: "$.a", update: { type: "string" } }], want: true },
  { name: "an item of a list", given: [{ target: "$.a", update: [{ const: "A" }] }], want: true },
  { name: "a removal", given: [{ target: "$.a", remove: true }], want: true },
  { name: "a keyword of ours", given: [{ target: "$", update: { "x-request-id": [] } }], want: false },
  {
    name: "a keyword of ours, and an example",
    given: [
      { target: "$", update: { "x-request-id": [] } },
      { target: "$.a", update: { examples: {} } },
    ],
    want: true,
  },
])("an answer can show $name: $want", ({ given, want }) => {
  expect(isShowable(erratum("a", ...given))).toBe(want);
});
