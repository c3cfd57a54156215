import { BODY, object, POST, posts, type Row, takes, text } from "./acme.ts";

const name = object({ name: text });
const media = (...types: string[]) =>
  posts({ required: true, content: Object.fromEntries(types.map((type) => [type, { schema: name }])) });
const form = (schema: unknown, encoding?: unknown) =>
  posts({
    required: true,
    content: { "application/x-www-form-urlencoded": { schema, ...(encoding ? { encoding } : {}) } },
  });
const list = { type: "array", items: text };

/** What becomes of the body. */
export const bodyRows: readonly Row[] = [
  {
    what: "a body can be given",
    before: posts(undefined),
    after: posts({ content: { "application/json": { schema: name } } }),
    want: [`minor nobody body-added ${POST}/requestBody`],
    spares: ["required-body-added", "request-media-type-added"],
    consumer: "await acme.startJob();",
  },
  {
    what: "a body must be given",
    before: posts(undefined),
    after: takes(object({ name: text }, { required: ["name"] })),
    want: [`major callers required-body-added ${POST}/requestBody`],
    spares: ["body-added", "body-required"],
    consumer: "await acme.startJob();",
  },
  {
    what: "a body is gone",
    before: takes(name),
    after: posts(undefined),
    want: [`major callers body-removed ${POST}/requestBody`],
    spares: ["body-optional", "member-removed"],
    consumer: 'await acme.startJob({ name: "a" });',
  },
  {
    what: "the body that could be given must be given",
    before: posts({
      content: { "application/json": { schema: object({ name: text }, { required: ["name"] }) } },
    }),
    after: takes(object({ name: text }, { required: ["name"] })),
    want: [`major callers body-required ${POST}/requestBody`],
    spares: ["required-body-added", "member-required"],
    consumer: "await acme.startJob({});",
  },
  {
    what: "a body of which nothing must be given is always sent",
    before: posts({ content: { "application/json": { schema: name } } }),
    after: takes(name),
    want: [`minor nobody body-sent ${POST}/requestBody`],
    spares: ["body-required"],
    consumer: "await acme.startJob({});",
  },
  {
    what: "a body comes of which nothing must be given",
    before: posts(undefined),
    after: takes(name),
    want: [`minor nobody body-added ${POST}/requestBody`],
    spares: ["required-body-added", "body-sent"],
    consumer: "await acme.startJob();",
  },
  {
    what: "a member must be given with a body that need not be",
    before: posts({ content: { "application/json": { schema: name } } }),
    after: posts({
      content: { "application/json": { schema: object({ name: text }, { required: ["name"] }) } },
    }),
    want: [`major callers member-required ${BODY}/properties/name`],
    spares: ["body-required"],
    consumer: "await acme.startJob({});",
  },
  {
    what: "the body that must be given can be given",
    before: takes(object({ name: text }, { required: ["name"] })),
    after: posts({
      content: { "application/json": { schema: object({ name: text }, { required: ["name"] }) } },
    }),
    want: [`minor nobody body-optional ${POST}/requestBody`],
    spares: ["body-removed", "body-required", "body-added"],
    consumer: 'await acme.startJob({ name: "a" });',
  },
  {
    what: "the body is a whole now",
    before: takes(name),
    after: takes({ allOf: [name] }),
    want: [`major callers body-shape-changed ${POST}/requestBody`],
    spares: ["member-removed", "required-member-added"],
    consumer: 'await acme.startJob({ name: "a" });',
  },
  {
    what: "the body is sent as another media type",
    before: media("application/json"),
    after: media("application/a+json"),
    want: [`major callers request-media-type-changed ${POST}/requestBody/content/application~1a+json`],
    spares: ["request-media-type-removed", "request-media-type-added", "member-removed"],
    consumer: `type Body = import("./client/src/index.ts").paths["/job"]["post"]["requestBody"]["content"]["application/json"];
      const body: Body = { name: "1" }; body.name;`,
  },
  {
    what: "the body can be sent as another media type as well",
    before: media("application/json"),
    after: media("application/json", "application/a+json"),
    want: [`minor nobody request-media-type-added ${POST}/requestBody/content/application~1a+json`],
    spares: ["request-media-type-changed"],
    consumer: 'await acme.startJob({ name: "a" });',
  },
  {
    what: "the body cannot be sent as the other media type",
    before: media("application/json", "application/a+json"),
    after: media("application/json"),
    want: [`major callers request-media-type-removed ${POST}/requestBody/content/application~1a+json`],
    spares: ["request-media-type-changed"],
    consumer: `type Body = import("./client/src/index.ts").paths["/job"]["post"]["requestBody"]["content"]["application/a+json"];
      const body: Body = { name: "1" }; body.name;`,
  },
  {
    what: "a member of a form travels as JSON",
    before: form(object({ tags: list })),
    after: form(object({ tags: list }), { tags: { contentType: "application/json" } }),
    want: [
      `major callers serialization-changed ${POST}/requestBody/content/application~1x-www-form-urlencoded/encoding/tags`,
    ],
    spares: ["argument-narrowed"],
    consumer: 'await acme.startJob({ tags: ["a"] });',
  },
  {
    what: "a member of a form travels leaf by leaf",
    before: form(object({ tags: list })),
    after: form(object({ tags: { ...list, "x-flatten": true } })),
    want: [
      `major callers serialization-changed ${POST}/requestBody/content/application~1x-www-form-urlencoded/schema/properties/tags`,
    ],
    spares: ["keyword-changed"],
    consumer: 'await acme.startJob({ tags: ["a"] });',
  },
];
