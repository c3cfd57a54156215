import { describe, expect, test } from "vitest";
import { compareEditions } from "../src/compare/compare.ts";
import { editionOf } from "./edition-of.ts";
import { ANSWER, answers, object, text } from "./rows/acme.ts";

const body = "$.paths['/job'].get.responses['200'].content['application/json'].schema.properties";
const overlay = (update: unknown, description = "Seen in release 1.") => ({
  overlay: "1.0.0",
  info: { title: "Acme", version: "1" },
  actions: [{ target: body, description, "x-erratum": "more", update }],
});
const one = answers(object({ id: text }));
const two = answers(object({ id: text, name: text }));
const name = { name: text };

const read = ([document, overlay]: readonly unknown[]) => editionOf(document, overlay);

describe("what is documented, and what was observed", () => {
  test.each([
    {
      what: "a change of the documentation is one of both",
      before: [one],
      after: [two],
      want: [`minor documented field-added ${ANSWER}/properties/name`],
    },
    {
      what: "a finding changes the types, and says so",
      before: [one],
      after: [one, overlay(name)],
      want: [
        `minor observed field-added ${ANSWER}/properties/name`,
        "patch documented erratum-changed #/actions",
      ],
    },
    {
      what: "the documentation says now what was observed before",
      before: [one, overlay(name)],
      after: [two, overlay(name)],
      want: [`patch documentation only field-added ${ANSWER}/properties/name`],
    },
    {
      what: "what was observed is no more, and was never documented",
      before: [one, overlay(name)],
      after: [one],
      want: [
        `major observed field-removed ${ANSWER}/properties/name`,
        "patch documented erratum-changed #/actions",
      ],
    },
    {
      what: "the evidence is told in other words",
      before: [one, overlay(name)],
      after: [one, overlay(name, "Seen in releases 1 and 2.")],
      want: ["patch documented erratum-changed #/actions"],
    },
    {
      what: "an answer that is documented without a body was seen with one",
      before: [answers(undefined)],
      after: [
        { ...answers(undefined) },
        {
          overlay: "1.0.0",
          info: { title: "Acme", version: "1" },
          actions: [
            {
              target: "$.paths['/job'].get.responses['200']",
              "x-erratum": "body",
              update: { "x-body-optional": true },
            },
          ],
        },
      ],
      want: [
        "major observed answer-body-missable #/paths/~1job/get/responses/200",
        "patch documented erratum-changed #/actions",
      ],
    },
  ])("$what", async ({ before, after, want }) => {
    const changes = compareEditions({ before: await read(before), after: await read(after) });
    const got = changes.map(({ level, seen, rule, pointer }) => `${level} ${seen} ${rule} ${pointer}`);
    expect(got).toEqual(want);
  });
});
