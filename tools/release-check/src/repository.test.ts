import { expect, test } from "vitest";
import { nameRepository } from "./repository.ts";

const text = '{ "name": "a" }\n';

test("a workflow's repository is named", () => {
  const environment = { GITHUB_SERVER_URL: "https://git.example", GITHUB_REPOSITORY: "acme/settled" };
  expect(JSON.parse(nameRepository(text, "packages/a", environment))).toEqual({
    name: "a",
    repository: { type: "git", url: "git+https://git.example/acme/settled.git", directory: "packages/a" },
  });
});

test.each([{}, { GITHUB_REPOSITORY: "acme/settled" }])("with %s alone, nothing is", (environment) => {
  expect(nameRepository(text, "packages/a", environment)).toBe(text);
});
