import { expect, test } from "vitest";
import { ENCODINGS, tracesOf } from "../../test/encodings.ts";
import { redactOutput } from "./redact-output.ts";

const CANARY = "c4n4ry/+&=%x9Q7z";

test.each(ENCODINGS)("no secret of the environment is printed, $name", (encoding) => {
  const env = { ACME_PASSWORD: CANARY, OTHER_API_TOKEN: `${CANARY}-2`, HOME: "/home/ada" };
  const printed = redactOutput(`not a URL: nonsense ${encoding.encode(CANARY)}\n  where     --url`, env);
  for (const trace of tracesOf(CANARY, encoding)) expect(printed).not.toContain(trace);
  expect(printed).toMatch(/^not a URL: nonsense .*\n {2}where {5}--url$/);
});

test.each([
  { given: "not a URL: ftp://ada:s3cret@x/", want: "not a URL: ftp://ada:REDACTED@x/" },
  { given: "cannot read /home/ada/x: ENOENT", want: "cannot read /home/ada/x: ENOENT" },
  { given: "credentials  the environment", want: "credentials  the environment" },
])("$given", ({ given, want }) => {
  const env = {
    HOME: "/home/ada",
    PWD: "/home/ada",
    OLDPWD: "/home",
    ACME_PASSWORD: undefined,
    ACME_TOKEN: "",
  };
  expect(redactOutput(given, env)).toBe(want);
});
