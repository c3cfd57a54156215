import { expect, test } from "vitest";
import { documentOf } from "../../../test/acme-jobs.ts";
import type { Operation } from "../../document/document.ts";
import { lazyValidators } from "../../schema/compile-validators.ts";
import { readRequest } from "../../wire/fetch.ts";
import { createReading } from "./create-reading.ts";

const whole = { name: "limit", in: "query", schema: { type: "integer" } };
const trace = { name: "x-trace", in: "header", schema: { type: "string" } };
const content = { "application/json": { schema: { type: "object" } } };
const responses = { "200": { description: "A thing.", content } };

interface Row {
  name: string;
  path?: string;
  parameters?: object[];
  method?: string;
  init?: RequestInit;
  want: "once" | "anew";
}

test.each<Row>([
  { name: "a GET by its address", want: "once" },
  { name: "one that is wrong", path: "/thing?limit=x", want: "anew" },
  { name: "one with a header that is documented", parameters: [whole, trace], want: "anew" },
  { name: "one with a body", init: { method: "POST", body: "{}" }, method: "post", want: "anew" },
  { name: "what does not only read", init: { method: "POST" }, method: "post", want: "anew" },
  { name: "a long address", path: `/thing?limit=1${"0".repeat(2000)}`, want: "anew" },
])(
  "$name is read $want",
  async ({ path = "/thing?limit=5", parameters = [whole], method = "get", init, want }) => {
    const document = documentOf({ parameters, responses }, {}, { method });
    const read = createReading(document, lazyValidators(document));
    const request = await readRequest(new Request(`http://acme.example${path}`, init));
    const [first, second] = [0, 1].map(() => read(document.operations[0] as Operation, request).arguments);
    expect(second).toEqual(first);
    expect(second === first ? "once" : "anew").toBe(want);
  },
);

test("what is welcome as an answer is judged each time", async () => {
  const document = documentOf({ parameters: [whole], responses });
  const read = createReading(document, lazyValidators(document));
  const mistakes = [];
  for (const accept of ["application/json", "image/png", "application/json"]) {
    const request = await readRequest(
      new Request("http://acme.example/thing?limit=5", { headers: { accept } }),
    );
    mistakes.push(
      read(document.operations[0] as Operation, request).violations.map(({ mistake }) => mistake),
    );
  }
  expect(mistakes).toEqual([[], ["notAcceptable"], []]);
});

test("addresses that nobody asks again are not kept for ever", async () => {
  const document = documentOf({ parameters: [whole], responses });
  const read = createReading(document, lazyValidators(document));
  const ask = async (limit: number) => {
    const request = await readRequest(new Request(`http://acme.example/thing?limit=${limit}`));
    return read(document.operations[0] as Operation, request).arguments;
  };
  const first = await ask(0);
  for (let limit = 1; limit <= 500; limit += 1) await ask(limit);
  expect([(await ask(0)) === first, (await ask(0)).query]).toEqual([false, { limit: 0 }]);
});
