import { describe, expect, test } from "vitest";
import { chooseOutputs, type Output, parseOutput } from "./choose-outputs.ts";

test.each([
  { given: "html", want: { reporter: "html" } },
  { given: "html=report.html", want: { reporter: "html", file: "report.html" } },
  { given: "json=a=b.json", want: { reporter: "json", file: "a=b.json" } },
  { given: "xml", want: undefined },
  { given: "html=", want: undefined },
  { given: "", want: undefined },
])("$given", ({ given, want }) => {
  expect(parseOutput(given)).toEqual(want);
});

describe("the outputs of a run", () => {
  test.each<{ name: string; given?: Output[]; output?: string; want: Output[] }>([
    { name: "by default the table", want: [{ reporter: "pretty" }] },
    { name: "the table into a file", output: "a.txt", want: [{ reporter: "pretty", file: "a.txt" }] },
    {
      name: "one into a file",
      given: [{ reporter: "json" }],
      output: "a",
      want: [{ reporter: "json", file: "a" }],
    },
    {
      name: "the file is of the one that names none",
      given: [{ reporter: "html", file: "a.html" }, { reporter: "junit" }],
      output: "a.xml",
      want: [
        { reporter: "html", file: "a.html" },
        { reporter: "junit", file: "a.xml" },
      ],
    },
    {
      name: "two of lines share a terminal",
      given: [{ reporter: "pretty" }, { reporter: "github" }],
      want: [{ reporter: "pretty" }, { reporter: "github" }],
    },
  ])("$name", ({ given, output, want }) => {
    expect(chooseOutputs(given, output)).toEqual(want);
  });

  test.each<{ name: string; given: Output[]; output?: string; want: string }>([
    {
      name: "two on one terminal",
      given: [{ reporter: "pretty" }, { reporter: "json" }],
      want: "pretty and json on one terminal\n  where     --reporter",
    },
    {
      name: "one twice",
      given: [{ reporter: "pretty" }, { reporter: "pretty" }],
      want: "pretty and pretty on one",
    },
    {
      name: "a file for two",
      given: [{ reporter: "json" }, { reporter: "html" }],
      output: "a",
      want: "--output for 2 reporters",
    },
    {
      name: "a file for none",
      given: [{ reporter: "json", file: "a" }],
      output: "b",
      want: "--output for 0 reporters",
    },
    {
      name: "two in one file",
      given: [
        { reporter: "json", file: "a" },
        { reporter: "html", file: "a" },
      ],
      want: "two reports in one file: a",
    },
    {
      name: "two in one file, spelt differently",
      given: [
        { reporter: "json", file: "b/../a" },
        { reporter: "html", file: "a" },
      ],
      want: "two reports in one file: a",
    },
  ])("are refused: $name", ({ given, output, want }) => {
    expect(() => chooseOutputs(given, output)).toThrow(want);
  });
});
