import { expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeService } from "../describe/service.ts";
import { emitOperationsLater } from "./operations-later.ts";

/** So many operations, all of which answer alike. */
function emitted(count: number): string {
  const responses = { 200: { description: "Done." }, 404: {}, 409: {}, 429: {}, 500: {}, 503: {} };
  const paths = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `/jobs${index}`,
      { get: { operationId: `getJob${index}`, responses } },
    ]),
  );
  const spec = specOf({ servers: [{ url: "https://acme.example" }], paths });
  const service = describeService("acme", spec);
  return emitOperationsLater({ service, documented: service, overlay: undefined, version: "", license: "" });
}

it.each([
  { count: 3, constants: 0, named: 0 },
  { count: 80, constants: 1, named: 80 },
])("of $count that answer alike, $named say so by a name", ({ count, constants, named }) => {
  const text = emitted(count);
  expect(text.match(/^const responses\d+: OperationDescription\["responses"\] = \{/gm) ?? []).toHaveLength(
    constants,
  );
  expect(text.match(/^ {2}responses: responses1,$/gm) ?? []).toHaveLength(named);
});
