import { describe, expect, test } from "vitest";
import { createRandom } from "../random.ts";
import { shapeId } from "./shape-id.ts";

describe("an id has the shape of the sample", () => {
  test.each([
    {
      given: "f61d60d2-698a-46dc-a266-88df27644956",
      want: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    },
    { given: "C4JOB-ccbe771e-b685-46c7-8c7a-4ed36915d963", want: /^C4JOB-[0-9a-f]{8}-[0-9a-f]{4}-4/ },
    {
      given: "A07FFDF2-78FA-1B48-9E38-88E833A93187",
      want: /^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/,
    },
    { given: "exec-5d17f9a2", want: /^exec-[0-9a-f]{8}$/ },
    { given: "002XWH7MXB8MJRU0", want: /^\d{3}[A-Z]{3}\d[A-Z]{3}\d[A-Z]{4}\d$/ },
    { given: "1994", want: /^[1-9]\d{3}$/ },
    { given: "0000000059071", want: /^0{8}\d{5}$/ },
    { given: "op_xxxxxxxx", want: /^op_[0-9a-f]{8}$/ },
    { given: "plan4change/19862074****/rm-1", want: /^plan4change\/\d{8}[0-9a-f]{4}\/rm-\d$/ },
    { given: "exec-44d32b45d2a449e.t0001", want: /^exec-[0-9a-f]{15}\.t\d{4}$/ },
    { given: "words-alone", want: /^words-alone-[0-9a-f]{8}$/ },
  ])("$given", ({ given, want }) => {
    const random = createRandom(1);
    const made = Array.from({ length: 20 }, () => shapeId(given, random));
    for (const id of made) expect(id).toMatch(want);
    expect(new Set(made).size).toBeGreaterThan(3);
    expect(made).not.toContain(given);
  });
});
