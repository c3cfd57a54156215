/** What a room may import from outside of itself, and in which of its folders: all else is a decision, made here. */
export interface Room {
  /** A package's folder; `*` stands for a part of its name. */
  readonly room: string;
  /** By package, the folders whose files may import it. What is shipped, and tests. */
  readonly may: Readonly<Record<string, readonly string[]>>;
  /** The same for tests alone: files below `test`, and `*.test.ts`. */
  readonly tests: Readonly<Record<string, readonly string[]>>;
}

/** Nothing but this may be imported, beyond a room's own files and Node's modules. */
export const IMPORT_TABLE: readonly Room[] = [
  {
    room: "packages/runtime",
    may: { "openapi-fetch": ["src/http"] },
    tests: { vitest: ["src", "test", "examples"], "fast-check": ["src", "test"] },
  },
  {
    room: "packages/*-client",
    may: { "@settled/runtime": ["src"] },
    // An example imports its own package, as a user does; of other clients there is no need.
    tests: { "@settled/conformance": ["test"] },
  },
  {
    // The judge: nothing of what it judges, and one place for each dependency.
    room: "packages/conformance",
    may: {
      "@scalar/openapi-upgrader": ["src/document"],
      "openapi-format": ["src/document"],
      yaml: ["src/document"],
      ajv: ["src/schema"],
      "ajv-formats": ["src/schema"],
      "openapi-sampler": ["src/schema"],
      randexp: ["src/schema"],
      "content-type": ["src/wire"],
      "entities/decode": ["src/redaction"],
      "entities/escape": ["src/report"],
      "cli-table3": ["src/report"],
      "fast-string-width": ["src/report", "src/wrap-line.ts"],
      "mdast-util-gfm-table": ["src/report"],
      "mdast-util-to-markdown": ["src/report"],
      commander: ["src/commands", "src/main.ts"],
      undici: ["src/live"],
      selfsigned: ["src/adapters"],
      msw: ["src/adapters"],
      vitest: ["src/adapters"],
      // Types alone.
      "har-format": ["src/traffic"],
      mdast: ["src/report"],
      sarif: ["src/report"],
    },
    tests: {
      vitest: ["src", "test"],
      "fast-check": ["src"],
      "puppeteer-core": ["src", "test"],
      // Other judges of what a report is.
      ajv: ["src/report"],
      "ajv-formats": ["src/report"],
      "ajv-draft-04": ["src/report"],
      "axe-core": ["src/report"],
      entities: ["src/report"],
      "fast-xml-parser": ["src/report"],
      "xmllint-wasm": ["src/report"],
      "chrome-har": ["src/traffic"],
      "har-format": ["test"],
      selfsigned: ["src/live"],
      yaml: ["test"],
      // The vendors' own signers and SDKs.
      "@alicloud/openapi-core": ["test/vendors"],
      "@alicloud/pop-core": ["test/vendors"],
      "@huaweicloud/huaweicloud-sdk-core": ["test/vendors"],
    },
  },
  {
    room: "tools/spec-lint",
    may: {
      "@redocly/openapi-core": ["src/structure"],
      ajv: ["src/schema", "src/vocabulary.ts"],
      yaml: ["src"],
    },
    tests: { vitest: ["src"] },
  },
  {
    room: "tools/codegen",
    may: {
      "spec-lint": ["src/spec"],
      "openapi-format": ["src/spec"],
      yaml: ["src/spec"],
      "openapi-typescript": ["src/emit"],
      typescript: ["src/emit"],
      diff: ["src/output"],
      vitest: ["vitest.config.ts"],
    },
    tests: { vitest: ["src", "test"], "fast-check": ["test"], ajv: ["test"] },
  },
  {
    room: "tools/spec-diff",
    may: {
      codegen: ["src"],
      "@changesets/parse": ["src/release"],
      commander: ["src"],
      yaml: ["src/load"],
      vitest: ["vitest.config.ts"],
    },
    tests: { vitest: ["test"], codegen: ["test"], typescript: ["test"], yaml: ["test"] },
  },
  { room: "tools/spec-compare", may: { yaml: ["src"] }, tests: { vitest: ["src"] } },
  { room: "tools/new-provider", may: {}, tests: { vitest: ["src"] } },
  {
    room: "tools/build-package",
    may: {
      esbuild: ["src"],
      rolldown: ["src"],
      rollup: ["src"],
      "rollup-plugin-dts": ["src"],
      terser: ["src"],
    },
    tests: { vitest: ["src", "test"] },
  },
  {
    room: "tools/release-check",
    may: { "@arethetypeswrong/core": ["src"], bench: ["src"], publint: ["src"] },
    tests: { vitest: ["src"] },
  },
  { room: "tools/release-proof", may: { bench: ["src"] }, tests: { vitest: ["src", "test"] } },
  { room: "tools/bench", may: { esbuild: ["src"] }, tests: { vitest: ["src"] } },
  { room: "tools/house-rules", may: {}, tests: { typescript: ["test"], vitest: ["test"] } },
];
