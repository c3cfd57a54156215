import { GET, json, object, open, type Row, statuses, text } from "./acme.ts";

const id = object({ id: text });
const number = { type: "number" };
const ok = "const run = await acme.getJob(); if (run.ok) ";
const when = (status: number) => `const run = await acme.getJob(); if (run.status === ${status}) `;
const samples = (...names: string[]) => ({
  description: "JSON.",
  content: {
    "application/json": {
      schema: id,
      examples: Object.fromEntries(names.map((name) => [name, { value: { id: "j-1" } }])),
    },
  },
});
const coded = (example: string, ...codes: string[]) => ({
  description: "JSON.",
  content: {
    "application/json": {
      schema: object({ code: { ...open("Missing", ...codes), "x-lro-error-code": true } }),
      examples: { [example]: { value: { code: "Other" } } },
    },
  },
});

/** What becomes of answers: statuses, bodies, headers. */
export const answerRows: readonly Row[] = [
  {
    what: "an error status is documented",
    before: statuses({ "200": json(id) }),
    after: statuses({ "200": json(id), "404": json(object({ reason: text })) }),
    want: [`minor nobody status-added ${GET}/responses/404`],
    spares: ["status-widens"],
    consumer: `${ok}run.data.id; else if (run.status !== "malformed") run.status;`,
  },
  {
    what: "a status is documented no more",
    before: statuses({ "200": json(id), "404": json(object({ reason: text })) }),
    after: statuses({ "200": json(id) }),
    want: [`major readers status-removed ${GET}/responses/404`],
    consumer: `${when(404)}run.error.reason;`,
  },
  {
    what: "a success with another body is documented",
    before: statuses({ "200": json(id) }),
    after: statuses({ "200": json(id), "202": json(object({ task: text })) }),
    want: [`major readers status-widens ${GET}/responses/202`],
    spares: ["status-added"],
    consumer: `${ok}run.data.id;`,
  },
  {
    what: "a success with the same body is documented",
    before: statuses({ "200": json(id) }),
    after: statuses({ "200": json(id), "202": json(id) }),
    want: [`minor nobody status-added ${GET}/responses/202`],
    spares: ["status-widens"],
    consumer: `${ok}run.data.id;`,
  },
  {
    what: "an error with another body comes beside `default`",
    before: statuses({ "200": json(id), default: json(object({ reason: text })) }),
    after: statuses({
      "200": json(id),
      default: json(object({ reason: text })),
      "404": json(object({ why: text })),
    }),
    want: [`major readers status-widens ${GET}/responses/404`],
    consumer: 'const run = await acme.getJob(); if (!run.ok && run.status !== "malformed") run.error.reason;',
  },
  {
    what: "an answer gets a body",
    before: statuses({ "200": { description: "JSON." } }),
    after: statuses({ "200": json(id) }),
    want: [`minor nobody answer-body-added ${GET}/responses/200`],
    spares: ["answer-body-sure", "answer-media-type-added", "status-added"],
    consumer: `${ok}run.status;`,
  },
  {
    what: "an answer loses its body",
    before: statuses({ "200": json(id) }),
    after: statuses({ "200": { description: "JSON." } }),
    want: [`major readers answer-body-removed ${GET}/responses/200`],
    spares: ["status-removed", "answer-media-type-removed", "field-removed"],
    consumer: `${ok}run.data.id;`,
  },
  {
    what: "a body can be missing",
    before: statuses({ "200": json(id) }),
    after: statuses({ "200": json(id, { "x-body-optional": true }) }),
    want: [`major readers answer-body-missable ${GET}/responses/200`],
    spares: ["answer-body-removed", "keyword-changed"],
    consumer: `${ok}run.data.id;`,
  },
  {
    what: "a body is always there",
    before: statuses({ "200": json(id, { "x-body-optional": true }) }),
    after: statuses({ "200": json(id) }),
    want: [`minor nobody answer-body-sure ${GET}/responses/200`],
    spares: ["answer-body-missable"],
    consumer: `${ok}run.data?.id;`,
  },
  {
    what: "one more media type of the same schema",
    before: statuses({ "200": json(id) }),
    after: statuses({
      "200": {
        description: "JSON.",
        content: { "application/json": { schema: id }, "application/a+json": { schema: id } },
      },
    }),
    want: [`minor nobody answer-media-type-added ${GET}/responses/200/content/application~1a+json`],
    spares: ["answer-media-type-widens", "answer-body-added"],
    consumer: `${ok}run.data.id;`,
  },
  {
    what: "one more media type of another type",
    before: statuses({ "200": json(id) }),
    after: statuses({
      "200": {
        description: "JSON.",
        content: { "application/json": { schema: id }, "text/html": { schema: text } },
      },
    }),
    want: [`major readers answer-media-type-widens ${GET}/responses/200/content/text~1html`],
    spares: ["answer-media-type-added"],
    consumer: `${ok}run.data.id;`,
  },
  {
    what: "another media type",
    before: statuses({ "200": json(id) }),
    after: statuses({ "200": { description: "JSON.", content: { "application/a+json": { schema: id } } } }),
    want: [
      `major readers answer-media-type-replaced ${GET}/responses/200/content/application~1json`,
      `minor nobody answer-media-type-added ${GET}/responses/200/content/application~1a+json`,
    ],
    spares: ["answer-media-type-renamed", "answer-media-type-widens", "answer-media-type-removed"],
    consumer: `${ok}run.data.id;`,
  },
  {
    what: "another media type, of another type",
    before: statuses({ "200": json(id) }),
    after: statuses({ "200": { description: "JSON.", content: { "text/plain": { schema: text } } } }),
    want: [
      `major readers answer-media-type-removed ${GET}/responses/200/content/application~1json`,
      `major readers answer-media-type-widens ${GET}/responses/200/content/text~1plain`,
    ],
    spares: ["answer-media-type-replaced"],
    consumer: `${ok}run.data.id;`,
  },
  {
    what: "a media type with other parameters",
    before: statuses({ "200": json(id) }),
    after: statuses({
      "200": { description: "JSON.", content: { "application/json;charset=UTF-8": { schema: id } } },
    }),
    want: [
      `minor nobody answer-media-type-renamed ${GET}/responses/200/content/application~1json;charset=UTF-8`,
    ],
    spares: ["answer-media-type-removed", "answer-media-type-added"],
    consumer: `${ok}run.data.id;`,
  },
  {
    what: "headers come, go and change",
    before: statuses({
      "200": json(id, { headers: { A: { schema: text }, B: { schema: text }, C: { schema: text } } }),
    }),
    after: statuses({
      "200": json(id, { headers: { a: { schema: text }, B: { schema: number }, D: { schema: text } } }),
    }),
    want: [
      `major readers header-removed ${GET}/responses/200/headers/C`,
      `minor nobody header-changed ${GET}/responses/200/headers/B/schema`,
      `minor nobody header-added ${GET}/responses/200/headers/D`,
    ],
    consumer: `${ok}run.response.headers.get("C");`,
  },
  {
    what: "a header is spelt and described otherwise",
    before: statuses({ "200": json(id, { headers: { "X-A": { schema: text } } }) }),
    after: statuses({ "200": json(id, { headers: { "x-a": { description: "A.", schema: text } } }) }),
    want: [`patch nobody prose-changed ${GET}/responses/200/headers/x-a/description`],
    spares: ["header-added", "header-removed", "header-changed"],
  },
  {
    what: "a sample gets another name",
    before: statuses({ "200": samples("done") }),
    after: statuses({ "200": samples("succeeded") }),
    want: [
      `major callers example-name-removed ${GET}/responses/200`,
      `minor nobody example-name-added ${GET}/responses/200`,
      `patch nobody example-changed ${GET}/responses/200/content/application~1json/examples`,
    ],
    spares: ["field-removed"],
    consumer: `const { createMock, answers } = await import("./client/src/testing.ts");
      createMock({ getJob: answers(200, "done") });`,
  },
  {
    what: "a sample of an answer with an open list of codes gets another name",
    before: statuses({ "404": coded("none") }),
    after: statuses({ "404": coded("nothing") }),
    want: [
      `major callers example-name-removed ${GET}/responses/404`,
      `minor nobody example-name-added ${GET}/responses/404`,
      `patch nobody example-changed ${GET}/responses/404/content/application~1json/examples`,
    ],
    spares: ["known-value-removed"],
    consumer: `const { createMock, answers } = await import("./client/src/testing.ts");
      createMock({ getJob: answers(404, "none") });`,
  },
  {
    what: "an open list of codes has one code fewer, which mocks were asked for",
    before: statuses({ "404": coded("none", "Gone") }),
    after: statuses({ "404": coded("none") }),
    want: [
      `minor nobody known-value-removed ${GET}/responses/404/content/application~1json/schema/properties/code`,
    ],
    spares: ["example-name-removed", "value-removed"],
    consumer: `const { createMock, answers } = await import("./client/src/testing.ts");
      createMock({ getJob: answers(404, "Gone") });`,
  },
  {
    what: "a sample has another value",
    before: statuses({ "200": samples("done") }),
    after: statuses({
      "200": {
        description: "JSON.",
        content: { "application/json": { schema: id, examples: { done: { value: { id: "j-2" } } } } },
      },
    }),
    want: [`patch nobody example-changed ${GET}/responses/200/content/application~1json/examples`],
    spares: ["example-name-removed", "example-name-added"],
    consumer: `const { createMock, answers } = await import("./client/src/testing.ts");
      createMock({ getJob: answers(200, "done") });`,
  },
];
