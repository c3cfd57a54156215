import { expect, it } from "vitest";
import type { SchemaObject } from "../spec/schema-object.ts";
import { errorCodePointers } from "./error-code-pointers.ts";
import type { Operation } from "./operation.ts";

const marked: SchemaObject = { "x-lro-error-code": true };

/** An operation whose answers hold these fields; one that ends in `!` is an error code. */
function operation(...answers: string[][]): Operation {
  const responses = answers.map((names) => ({
    fields: names.map((name) => ({
      path: name.replace("!", "").split("."),
      schema: name.endsWith("!") ? marked : {},
    })),
  }));
  return { responses } as unknown as Operation;
}

it.each([
  { what: "nothing is marked", given: [operation(["code"])], want: [] },
  { what: "one place", given: [operation(["code!", "detail"], ["code!"])], want: ["/code"] },
  {
    what: "the most usual first",
    given: [operation(["Code!"], ["error.code!"]), operation(["error.code!"])],
    want: ["/error/code", "/Code"],
  },
  { what: "in a list", given: [operation(["errors.[].a/b!"])], want: ["/errors/*/a~1b"] },
])("$what", ({ given, want }) => {
  expect(errorCodePointers(given)).toEqual(want);
});
