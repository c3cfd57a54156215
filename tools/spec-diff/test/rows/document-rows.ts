import { ANSWER, acme, answers, GET, object, operation, parameters, query, type Row, text } from "./acme.ts";

const releases = (parts: Record<string, unknown>, mediaType = "application/vnd.acme.v1+json") => ({
  ...operation({
    responses: {
      "200": { description: "JSON.", content: { [mediaType]: { schema: object({ id: text }) } } },
    },
  }),
  "x-media-type-version": {
    template: "application/vnd.acme.v{version}+json",
    default: "1",
    versions: ["1", "2"],
    ...parts,
  },
});
const rpc = (parts: Record<string, unknown> = {}, version = "v1") =>
  acme({
    info: { title: "Acme", version },
    "x-rpc": { path: "/", operation: "x-acme-action", version: "x-acme-version", ...parts },
  });

/** What becomes of how requests travel, and of words. */
export const documentRows: readonly Row[] = [
  {
    what: "requests say otherwise which operation they are",
    before: rpc(),
    after: rpc({ operation: "x-acme-operation" }),
    want: ["major callers rpc-changed #/x-rpc"],
    spares: ["api-version-changed", "keyword-changed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "a version that travels with every request is another",
    before: rpc(),
    after: rpc({}, "v2"),
    want: ["major callers api-version-changed #/info/version", "patch nobody prose-changed #/info"],
    spares: ["rpc-changed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "a version that is a label is another",
    before: acme({}),
    after: acme({ info: { title: "Acme", version: "v2" } }),
    want: ["patch nobody prose-changed #/info"],
    spares: ["api-version-changed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "the service says that it is asked too often",
    before: acme({}),
    after: acme({ "x-throttling": { statuses: [429] } }),
    want: ["minor nobody throttling-changed #/x-throttling"],
    spares: ["request-id-changed", "keyword-changed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "a mistake is answered with a code",
    before: acme({}),
    after: acme({ "x-refusals": { parameterMissing: "Missing" } }),
    want: ["patch nobody refusals-changed #/x-refusals"],
    spares: ["throttling-changed", "keyword-changed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "requests are named in another place",
    before: acme({ "x-request-id": ["$response.header.X-A"] }),
    after: acme({ "x-request-id": ["$response.header.X-B"] }),
    want: ["minor nobody request-id-changed #/x-request-id"],
    spares: ["keyword-changed", "throttling-changed", "refusals-changed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "one more release",
    before: releases({}),
    after: releases({ versions: ["1", "2", "3"] }),
    want: ["minor nobody release-added #/x-media-type-version"],
    spares: ["release-default-changed", "release-removed"],
    consumer: 'createClient({ version: "2" });',
  },
  {
    what: "a release is gone",
    before: releases({}),
    after: releases({ versions: ["1"] }),
    want: ["major callers release-removed #/x-media-type-version"],
    spares: ["release-default-changed"],
    consumer: 'createClient({ version: "2" });',
  },
  {
    what: "another release is written down: one change, not one for each media type",
    before: releases({}),
    after: releases({ default: "2" }, "application/vnd.acme.v2+json"),
    want: ["major callers release-default-changed #/x-media-type-version"],
    spares: ["release-added", "answer-media-type-removed", "answer-media-type-added", "release-removed"],
    consumer: 'createClient({ version: "2" });',
  },
  {
    what: "a description, a summary and a page are others",
    before: operation({ summary: "Get", externalDocs: { url: "https://a.example.com" } }),
    after: operation({
      summary: "Get one",
      description: "One.",
      externalDocs: { url: "https://b.example.com" },
    }),
    want: [
      `patch nobody prose-changed ${GET}/description`,
      `patch nobody prose-changed ${GET}/externalDocs`,
      `patch nobody prose-changed ${GET}/summary`,
    ],
    spares: ["deprecation-changed", "example-changed", "keyword-changed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "a field and an argument are described otherwise",
    before: answers(object({ id: { ...text, description: "A." } })),
    after: answers(object({ id: { ...text, description: "B.", title: "Id" } })),
    want: [
      `patch nobody prose-changed ${ANSWER}/properties/id/description`,
      `patch nobody prose-changed ${ANSWER}/properties/id/title`,
    ],
    spares: ["field-type-changed", "keyword-changed"],
    consumer: "const run = await acme.getJob(); if (run.ok) run.data.id;",
  },
  {
    what: "a parameter has another example",
    before: parameters(query("id", { example: "a" })),
    after: parameters(query("id", { example: "b" })),
    want: [`patch nobody example-changed ${GET}/parameters/0/example`],
    spares: ["prose-changed", "default-changed"],
    consumer: 'await acme.getJob({ id: "a" });',
  },
  {
    what: "a keyword that nobody wrote a rule for",
    before: answers(object({ id: text })),
    after: answers(object({ id: text }, { not: { required: ["name"] } })),
    want: [`major callers keyword-changed ${ANSWER}/not`],
    spares: ["prose-changed", "more-fields-allowed"],
    consumer: "const run = await acme.getJob(); if (run.ok) run.data.id;",
  },
];
