import { expect, test } from "vitest";
import { readFiles, type SourceFile } from "./source-files.ts";

const VENDORS = [
  "alibaba",
  "aliyun",
  "alicloud",
  "huawei",
  "vmware",
  "broadcom",
  "vcloud",
  "x-acs-",
  "x-sdk-date",
];

// What the specs themselves name: the folders, the hosts, the headers of their credentials. A new provider's
// words are forbidden from its first day on.
const specs = readFiles("specs/*/openapi.yaml");
const words = [
  ...VENDORS,
  ...specs.map(({ path }) => path.split("/")[1] ?? ""),
  ...specs.flatMap(({ text }) =>
    [...text.matchAll(/^ +- url: https:\/\/\S*?([a-z0-9-]+\.com)\b/gm)].map(([, host]) => host ?? ""),
  ),
  ...specs.flatMap(({ text }) =>
    [...text.matchAll(/^ +type: apiKey\n(?: +\w+: \S+\n)*? +name: (\S+)$/gm)].map(([, name]) => name ?? ""),
  ),
];

const handWritten = [
  ...readFiles("packages/runtime/src/**/*.ts"),
  ...readFiles("packages/conformance/src/**/*.ts"),
  ...readFiles("tools/*/src/**/*.ts"),
];

test("the words come from the specs too", () => {
  expect(specs.length).toBeGreaterThanOrEqual(5);
  expect(words.length).toBeGreaterThan(VENDORS.length + specs.length + 2);
});

test("no hand-written code names a vendor", () => {
  expect(handWritten.length).toBeGreaterThan(100);
  expect(handWritten.flatMap(vendorWords)).toEqual([]);
});

test.each([
  { text: "if (provider === 'oos') {", want: ["oos"] },
  { text: "// as VMware has it", want: ["vmware"] },
  { text: 'headers.set("X-Auth-Token", token);', want: ["X-Auth-Token"] },
  { text: "const loose = choose();", want: [] },
])("$text", ({ text, want }) => {
  expect(vendorWords({ path: "a.ts", text })).toEqual(want.map((word) => `a.ts: ${word}`));
});

function vendorWords({ path, text }: SourceFile): string[] {
  return [...new Set(words)].filter((word) => wholeWord(word).test(text)).map((word) => `${path}: ${word}`);
}

function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![a-z])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![a-z])`, "i");
}
