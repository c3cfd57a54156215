import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      "packages/*",
      "tools/*",
      {
        // The MSW adapter promises two majors: the same tests once more, on the oldest release that it admits.
        root: "packages/conformance",
        resolve: { alias: [{ find: /^msw($|\/)/, replacement: "msw2$1" }] },
        test: {
          name: "@settled/conformance, MSW 2",
          include: ["src/adapters/create-handlers.test.ts", "src/adapters/create-answers.test.ts"],
        },
      },
    ],
    reporters: ["default", ["json", { outputFile: ".cache/tests.json" }]],
  },
});
