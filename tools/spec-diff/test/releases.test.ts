import { describe, expect, test } from "vitest";
import { answers, object, operation, text } from "./rows/acme.ts";
import { type TemporaryRoot, temporaryRoot } from "./temporary-root.ts";

const spec = "specs/acme/openapi.yaml";
const manifest = "packages/acme-client/package.json";
const package1 = (version: string) => ({ name: "@settled/acme-client", version });
const manifestText = (version: string) => JSON.stringify(package1(version), undefined, 2);

const full = answers(object({ id: text, name: text }));
const added = answers(object({ id: text, name: text, size: text }));
const removed = answers(object({ id: text }));
const reworded = operation({
  summary: "Get",
  responses: (full.paths as never as Acme)["/job"].get.responses,
});
type Acme = { "/job": { get: { responses: unknown } } };

/** Released at a version, and tagged as changesets does it. */
function released(version: string, { isTagged = true } = {}): TemporaryRoot {
  const root = temporaryRoot();
  root.write(spec, full);
  root.write(manifest, manifestText(version));
  root.write(".changeset/config.json", {});
  root.commit("Release");
  if (isTagged) root.git("tag", `@settled/acme-client@${version}`);
  return root;
}

const changeset = (level: string) => `---\n"@settled/acme-client": ${level}\n---\n\nWhat changed.\n`;

describe("--check", () => {
  test.each([
    { version: "1.2.3", after: full, pending: undefined, want: 0 },
    { version: "1.2.3", after: added, pending: undefined, want: 1 },
    { version: "1.2.3", after: added, pending: "patch", want: 1 },
    { version: "1.2.3", after: added, pending: "minor", want: 0 },
    { version: "1.2.3", after: removed, pending: "minor", want: 1 },
    { version: "1.2.3", after: removed, pending: "major", want: 0 },
    { version: "1.2.3", after: reworded, pending: undefined, want: 1 },
    { version: "1.2.3", after: reworded, pending: "patch", want: 0 },
    // Below 1.0.0, a break is a minor, and an addition a patch.
    { version: "0.4.0", after: removed, pending: "patch", want: 1 },
    { version: "0.4.0", after: removed, pending: "minor", want: 0 },
    { version: "0.4.0", after: added, pending: "patch", want: 0 },
    // What was never released breaks nobody, and is released once: without a changeset, as 0.0.0.
    { version: "0.0.0", after: removed, pending: undefined, want: 1 },
    { version: "0.0.0", after: removed, pending: "minor", want: 0 },
  ])("$version, with a changeset of $pending, exits $want", async ({ version, after, pending, want }) => {
    const root = released(version);
    root.write(spec, after);
    if (pending) root.write(".changeset/some.md", changeset(pending));
    expect((await root.run("--check")).code).toBe(want);
  });

  test("teaches: what changed, what was expected, what was received, how to mend it", async () => {
    const root = released("1.2.3");
    root.write(spec, removed);
    root.write(".changeset/some.md", changeset("minor"));
    expect((await root.run("--check")).err).toBe(
      [
        "specs/acme changed since 1.2.3, and its changeset is too low",
        "  changed:  `name` is gone (`getJob`)",
        "  expected: a changeset that raises @settled/acme-client by major at least",
        "  received: minor, in .changeset/some.md",
        "  to mend:  `pnpm spec-diff --changeset` writes a draft; read it, and say it better",
      ].join("\n"),
    );
  });

  test.each([
    { file: "packages/runtime/src/send.ts", pending: undefined, want: 1 },
    { file: "packages/runtime/src/send.ts", pending: "patch", want: 0 },
    { file: "packages/runtime/src/send.test.ts", pending: undefined, want: 0 },
    { file: "packages/runtime/README.md", pending: undefined, want: 0 },
  ])("of what clients hold: a change of $file, with a changeset of $pending, exits $want", async (row) => {
    const root = released("1.2.3");
    root.write(row.file, "export {};");
    root.commit("Change what is shared");
    if (row.pending) root.write(".changeset/some.md", changeset(row.pending));
    const { code, err } = await root.run("--check");
    expect(code).toBe(row.want);
    if (row.want === 1)
      expect(err.split("\n").slice(0, 3)).toEqual([
        "what @settled/acme-client is built of changed since 1.2.3, and no changeset says so",
        "  changed:  packages/runtime, which each client holds a part of",
        "  expected: a changeset that raises @settled/acme-client by patch at least",
      ]);
  });

  test("of several changesets, the highest counts; those of other packages do not", async () => {
    const root = released("1.2.3");
    root.write(spec, removed);
    root.write(".changeset/a.md", changeset("minor"));
    root.write(".changeset/b.md", changeset("major").replace("acme", "other"));
    expect((await root.run("--check")).code).toBe(1);
    root.write(".changeset/c.md", changeset("major"));
    expect((await root.run("--check")).code).toBe(0);
  });

  test.each(["", "no front matter", "---\nacme\n---\n"])(
    "a changeset that is none exits 2: %j",
    async (content) => {
      const root = released("1.2.3");
      root.write(".changeset/broken.md", content);
      const { code, err } = await root.run("--check");
      expect(code).toBe(2);
      expect(err).toContain(".changeset/broken.md is no changeset\n  Expected front matter");
    },
  );
});

describe("--changeset", () => {
  test("writes the package, the level, and a line for each change", async () => {
    const root = released("1.2.3");
    root.write(spec, removed);
    expect((await root.run("--changeset")).out).toContain("wrote .changeset/spec-acme.md");
    expect(root.read(".changeset/spec-acme.md")).toBe(
      [
        "---",
        '"@settled/acme-client": major',
        "---",
        "",
        "The spec of acme changed.",
        "",
        "- **Breaks readers**: `name` is gone (`getJob`). Code that reads it does not compile.",
        "",
      ].join("\n"),
    );
    expect((await root.run("--check")).code).toBe(0);
  });

  test("drafts the first release of what was never released, once", async () => {
    const root = released("0.0.0");
    expect((await root.run("--check")).err).toBe(
      [
        "specs/acme is new, and no changeset says so",
        "  changed:  not released yet: all of it is new",
        "  expected: a changeset that raises @settled/acme-client by minor at least",
        "  received: none",
        "  to mend:  `pnpm spec-diff --changeset` writes a draft; read it, and say it better",
      ].join("\n"),
    );
    await root.run("--changeset");
    expect(root.read(".changeset/spec-acme.md")).toBe(
      '---\n"@settled/acme-client": minor\n---\n\nThe first release.\n',
    );
    expect((await root.run("--changeset")).out).toContain("nothing to say");
    expect((await root.run("--check")).code).toBe(0);
  });

  test("says of a change of what is shared that there is something to say", async () => {
    const root = released("0.4.0");
    root.write("packages/runtime/src/send.ts", "export {};");
    root.commit("Change what is shared");
    expect((await root.run()).out).toContain("shared   packages/runtime changed");
    await root.run("--changeset");
    expect(root.read(".changeset/spec-acme.md")).toBe(
      '---\n"@settled/acme-client": patch\n---\n\nNo spec changed.\n\n- What all clients share changed: say what of it a user sees.\n',
    );
    expect((await root.run("--check")).code).toBe(0);
    expect((await root.run("--changeset")).out).toContain("nothing to say");
  });

  test("keeps the words of a draft that was mended, raises its level, and adds what is new", async () => {
    const root = released("1.2.3");
    root.write(spec, added);
    await root.run("--changeset");
    const draft = root.read(".changeset/spec-acme.md") ?? "";
    root.write(".changeset/spec-acme.md", draft.replace("The spec of acme changed.", "Sizes, at last."));
    expect((await root.run("--changeset")).out).toContain("nothing to say");

    root.write(spec, answers(object({ id: text, size: text })));
    await root.run("--changeset");
    expect(root.read(".changeset/spec-acme.md")).toBe(
      [
        "---",
        '"@settled/acme-client": major',
        "---",
        "",
        "Sizes, at last.",
        "",
        "- `size` can be read (`getJob`).",
        "- **Breaks readers**: `name` is gone (`getJob`). Code that reads it does not compile.",
        "",
      ].join("\n"),
    );
  });

  test("writes nothing where nothing changed", async () => {
    const root = released("1.2.3");
    expect((await root.run("--changeset")).code).toBe(0);
    expect(root.read(".changeset/spec-acme.md")).toBeUndefined();
  });
});

describe("what is compared with what", () => {
  test("by default, the working tree with the tag of the package's version, whatever came since", async () => {
    const root = released("1.2.3");
    root.write(spec, added);
    root.commit("Add a field");
    root.write(spec, answers(object({ id: text, name: text, size: text, more: text })));
    const { out } = await root.run("--format", "json");
    const [only] = JSON.parse(out).specs;
    expect(only).toMatchObject({ provider: "acme", from: "1.2.3", to: "working tree", level: "minor" });
    expect(only.changes).toHaveLength(2);
  });

  test("without a tag, with the commit that gave the package its version", async () => {
    const root = released("1.2.3", { isTagged: false });
    root.write(spec, added);
    root.commit("Add a field");
    const { out } = await root.run();
    expect(out).toContain("acme  1.2.3, without a tag -> working tree: 1 minor");
  });

  test("while a version is being given, nothing is demanded", async () => {
    const root = released("1.2.3");
    root.write(spec, added);
    root.write(manifest, manifestText("1.3.0"));
    expect(await root.run("--check")).toMatchObject({ code: 0 });
    expect((await root.run()).out).toContain("1.3.0 is not committed yet: it is being released");
  });

  test("a shallow clone without the tag exits 2, and says how to fetch the past", async () => {
    const root = released("1.2.3");
    root.write(spec, added);
    root.commit("Add a field");
    const shallow = root.clone("--depth=1", "--no-tags");
    const { code, err } = await shallow.run("--check");
    expect(code).toBe(2);
    expect(err).toContain("git fetch --unshallow --tags");
    expect((await root.clone().run("--check")).code).toBe(1);
  });

  test("a shallow clone of what was never released is all right, and so is no branch at all", async () => {
    const root = released("0.0.0", { isTagged: false });
    root.write(".changeset/some.md", changeset("minor"));
    root.commit("Say so");
    expect((await root.clone("--depth=1").run("--check")).code).toBe(0);
    root.git("checkout", "--quiet", "--detach");
    expect((await root.run("--check")).code).toBe(0);
  });

  test("any two revisions, with the overlay that each of them had", async () => {
    const root = released("1.2.3");
    root.write("specs/acme/observed.overlay.yaml", {
      overlay: "1.0.0",
      info: { title: "Acme", version: "1" },
      actions: [
        {
          target: "$.paths['/job'].get.responses['200'].content['application/json'].schema.properties",
          "x-erratum": "size",
          update: { size: text },
        },
      ],
    });
    root.commit("See a size");
    const { out } = await root.run("acme", "--from", "HEAD~1", "--to", "HEAD", "--format", "json");
    expect(JSON.parse(out).specs[0].changes.map((change: { rule: string }) => change.rule)).toEqual([
      "field-added",
      "erratum-changed",
    ]);
    expect((await root.run("--from", "HEAD")).out).toContain("no change");
  });

  test("a spec that was not there before is new", async () => {
    const root = released("1.2.3");
    root.write("specs/other/openapi.yaml", full);
    expect((await root.run("other", "--from", "HEAD")).out).toContain("other  not there at HEAD: all is new");
    expect((await root.run("--check")).err).toContain("specs/other is new, and no changeset says so");
  });

  test("two files", async () => {
    const root = temporaryRoot();
    root.write("old.yaml", full);
    root.write("new.yaml", removed);
    const { code, out } = await root.run(`${root.path}/old.yaml`, `${root.path}/new.yaml`);
    expect(code).toBe(0);
    expect(out).toContain("new.yaml  old.yaml -> new.yaml: 1 major");
    expect(out).toContain("package  a package of it rises by major");
  });

  test("a file with the working tree", async () => {
    const root = released("1.2.3");
    root.write("old.yaml", added);
    const { out } = await root.run("acme", "--from", `${root.path}/old.yaml`);
    expect(out).toContain("acme  old.yaml -> working tree: 1 major");
  });
});

describe("exit code 2", () => {
  test.each([
    { given: ["other"], want: "there is no provider other\n  Known providers: acme." },
    { given: ["--from", "nowhere"], want: "there is no revision nowhere" },
    { given: ["--from", "--upload-pack=x"], want: "" },
    { given: ["--format", "html"], want: "Allowed choices are terminal, json, markdown" },
    { given: ["--check", "--changeset"], want: "cannot be used with" },
    { given: ["--check", "--to", "HEAD"], want: "--to goes with neither" },
    { given: ["old.yaml"], want: "files are compared in pairs" },
    { given: ["old.yaml", "new.yaml"], want: "old.yaml cannot be read (ENOENT)\n  Give a file" },
    { given: ["--wrong"], want: "unknown option '--wrong'\n\n  `pnpm spec-diff --help` says" },
  ])("$given", async ({ given, want }) => {
    const root = released("1.2.3");
    const { code, err } = await root.run(...given);
    expect(code).toBe(2);
    expect(err).toContain(want);
  });

  test.each([
    { content: "a: [", want: "is not valid YAML" },
    { content: "a: 1", want: "is no OpenAPI document" },
    { content: '{"openapi":"3.1.1","info":{},"paths":{}}', want: "there is no server" },
  ])("a spec that is none: $content", async ({ content, want }) => {
    const root = released("1.2.3");
    root.write(spec, content);
    const { code, err } = await root.run();
    expect(code).toBe(2);
    expect(err).toContain(want);
  });

  test("--help exits 0, and tells the exit codes", async () => {
    const { code, out } = await released("1.2.3").run("--help");
    expect(code).toBe(0);
    expect(out).toContain("Exit code: 0 done, 1 a change that no changeset covers");
  });
});
