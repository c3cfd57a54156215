import { expect, test } from "vitest";
import { parseMultipart } from "./multipart.ts";

const TYPE = "multipart/form-data; boundary=xyz";
const part = (disposition: string, text: string, more = "") =>
  `--xyz\r\nContent-Disposition: ${disposition}\r\n${more}\r\n${text}\r\n`;
const named = (name: string, text: string) => part(`form-data; name="${name}"`, text);
const END = "--xyz--\r\n";

test.each<{ name: string; given: string; type?: string; want: unknown }>([
  { name: "parts", given: `${named("a", "1")}${named("b", "2")}${END}`, want: { a: ["1"], b: ["2"] } },
  { name: "parts of one name", given: `${named("a", "1")}${named("a", "2")}${END}`, want: { a: ["1", "2"] } },
  { name: "no parts", given: END, want: {} },
  { name: "an empty part", given: `${named("a", "")}${END}`, want: { a: [""] } },
  {
    name: "a text of several lines",
    given: `${named("a", "x\r\n\r\n--y")}${END}`,
    want: { a: ["x\r\n\r\n--y"] },
  },
  {
    name: "a file",
    given: `${part('form-data; name="f"; filename="a.zip"', "bytes", "Content-Type: application/zip\r\n")}${END}`,
    want: { f: ["bytes"] },
  },
  {
    name: "a file whose name comes first",
    given: `${part('form-data; filename="name"; name="f"', "bytes")}${END}`,
    want: { f: ["bytes"] },
  },
  { name: "an escaped name", given: `${named("a%22b%0D%0A%41", "1")}${END}`, want: { 'a"b\r\n%41': ["1"] } },
  {
    name: "another case of header names",
    given: `${named("a", "1").replace("C", "c")}${END}`,
    want: { a: ["1"] },
  },
  { name: "something before the first part", given: `hello\r\n${named("a", "1")}${END}`, want: { a: ["1"] } },
  {
    name: "a quoted boundary",
    type: 'multipart/form-data; boundary="xyz"',
    given: `${named("a", "1")}${END}`,
    want: { a: ["1"] },
  },
  {
    name: "another boundary",
    type: "multipart/form-data; boundary=abc",
    given: `${named("a", "1")}${END}`,
    want: undefined,
  },
  { name: "no boundary", type: "multipart/form-data", given: `${named("a", "1")}${END}`, want: undefined },
  { name: "no media type", type: "", given: `${named("a", "1")}${END}`, want: undefined },
  { name: "no end", given: named("a", "1"), want: undefined },
  { name: "a form of another kind", given: "a=1", want: undefined },
  { name: "nothing", given: "", want: undefined },
  { name: "a part without a name", given: `${part("form-data", "1")}${END}`, want: undefined },
  { name: "a part that is no form's", given: `${part('attachment; name="a"', "1")}${END}`, want: undefined },
  { name: "a part without headers", given: `--xyz\r\n1\r\n${END}`, want: undefined },
])("$name", ({ given, type = TYPE, want }) => {
  expect(parseMultipart(given, type)).toEqual(want);
});

test("what the platform writes is read back", async () => {
  const form = new FormData();
  form.append("text", "ä\nb");
  form.append('quo"te', "x");
  form.append("file", new Blob(["bytes"], { type: "application/zip" }), "a;name=b.zip");
  const request = new Request("http://x/", { method: "POST", body: form });
  const type = request.headers.get("content-type") ?? "";
  expect(parseMultipart(await request.text(), type)).toEqual({
    text: ["ä\r\nb"],
    'quo"te': ["x"],
    file: ["bytes"],
  });
});
