import { acme, answers, GET, getJob, json, object, operation, type Row, text } from "./acme.ts";

const state = { enum: ["BUSY", "DONE"], "x-lro-status": { running: ["BUSY"], succeeded: ["DONE"] } };
const job = object({ state, output: { ...object({ lines: { type: "number" } }), "x-lro-result": true } });
const start = (links: Record<string, unknown>) => ({
  operationId: "startJob",
  responses: { "202": json(object({ id: text }), { links }) },
});
const started = (links: Record<string, unknown>, poll: Record<string, unknown> = {}) =>
  acme({
    paths: { "/job": { get: getJob({ responses: { "200": json(job) }, ...poll }), post: start(links) } },
  });
const toJob = { follow: { operationId: "getJob" } };
const cancels = { stop: { operationId: "cancelJob", "x-lro-cancel": true } };
const cancelable = (links: Record<string, unknown>) =>
  acme({
    paths: {
      "/job": {
        get: getJob({ responses: { "200": json(job, { links }) } }),
        delete: { operationId: "cancelJob", responses: { "202": { description: "Asked." } } },
      },
    },
  });
const items = object({
  jobs: { type: "array", items: object({ id: text }) },
  runs: { type: "array", items: text },
});
const pages = (paging: unknown) =>
  operation({
    parameters: [
      { name: "offset", in: "query", schema: { type: "integer" } },
      { name: "page", in: "query", schema: { type: "integer" } },
    ],
    responses: { "200": json(items) },
    ...(paging ? { "x-paging": paging } : {}),
  });

/** What becomes of an operation, and of what the client does with it. */
export const operationRows: readonly Row[] = [
  {
    what: "an operation is added",
    before: acme({}),
    after: acme({ paths: { "/job": { get: getJob(), delete: getJob({ operationId: "dropJob" }) } } }),
    want: ["minor nobody operation-added #/paths/~1job/delete"],
    consumer: "await acme.getJob();",
  },
  {
    what: "an operation is removed",
    before: acme({ paths: { "/job": { get: getJob(), delete: getJob({ operationId: "dropJob" }) } } }),
    after: acme({}),
    want: ["major callers operation-removed #/paths/~1job/delete"],
    consumer: "await acme.dropJob();",
  },
  {
    what: "an operation gets another name",
    before: operation({}),
    after: operation({ operationId: "readJob" }),
    want: [`major callers operation-renamed ${GET}/operationId`],
    spares: ["operation-removed", "operation-added"],
    consumer: "await acme.getJob();",
  },
  {
    what: "an operation moves to another path",
    before: acme({}),
    after: acme({ paths: { "/jobs/one": { get: getJob() } } }),
    want: ["major callers operation-moved #/paths/~1jobs~1one/get"],
    spares: ["operation-removed", "operation-added", "operation-renamed"],
    consumer: 'await acme.http.GET("/job");',
  },
  {
    what: "operations change their order",
    before: acme({ paths: { "/a": { get: getJob() }, "/b": { get: getJob({ operationId: "b" }) } } }),
    after: acme({ paths: { "/b": { get: getJob({ operationId: "b" }) }, "/a": { get: getJob() } } }),
    want: [],
    spares: ["operation-moved"],
    consumer: "await acme.getJob(); await acme.b();",
  },
  {
    what: "an operation is deprecated",
    before: operation({}),
    after: operation({ deprecated: true }),
    want: [`minor nobody deprecation-changed ${GET}/deprecated`],
    spares: ["keyword-changed", "prose-changed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "an operation is not safe to repeat any more, and so cannot be waited for",
    before: answers(job),
    after: operation({ responses: { "200": json(job) }, "x-safe": false }),
    want: [`major callers polling-removed ${GET}`, `minor nobody repeating-changed ${GET}`],
    consumer: 'await acme.settle("getJob", {}, { deadline: "1m" });',
  },
  {
    what: "an operation without a status is not safe any more",
    before: answers(object({ id: text })),
    after: operation({ responses: { "200": json(object({ id: text })) }, "x-safe": false }),
    want: [`minor nobody repeating-changed ${GET}`],
    spares: ["polling-removed", "keyword-changed"],
    consumer: "await acme.getJob();",
  },
  {
    what: "`x-safe` says what the method says",
    before: answers(job),
    after: operation({ responses: { "200": json(job) }, "x-safe": true }),
    want: [],
    spares: ["repeating-changed", "polling-added"],
  },
  {
    what: "an operation can be waited for",
    before: operation({ responses: { "200": json(job) }, "x-safe": false }),
    after: answers(job),
    want: [`minor nobody polling-added ${GET}`, `minor nobody repeating-changed ${GET}`],
    spares: ["outcome-added"],
    consumer: "await acme.getJob();",
  },
  {
    what: "a link leads from the start to the poll",
    before: started({}),
    after: started(toJob),
    want: ["minor nobody link-changed #/paths/~1job/post", "minor nobody run-added #/paths/~1job/post"],
    spares: ["cancel-added"],
    consumer: "await acme.startJob();",
  },
  {
    what: "no link leads from the start to the poll any more",
    before: started(toJob),
    after: started({}),
    want: ["major callers run-removed #/paths/~1job/post", "minor nobody link-changed #/paths/~1job/post"],
    consumer: 'await acme.run("startJob", {}, { deadline: "1m", to: "getJob" });',
  },
  {
    what: "a link hands on another argument",
    before: started({ follow: { operationId: "getJob", parameters: { a: 1 } } }),
    after: started({ follow: { operationId: "getJob", parameters: { b: 1 } } }),
    want: ["minor nobody link-changed #/paths/~1job/post"],
    spares: ["run-removed", "run-added"],
    consumer: 'await acme.run("startJob", {}, { deadline: "1m", to: "getJob" });',
  },
  {
    what: "a link says which values a start goes through",
    before: started({ follow: { operationId: "getJob" } }),
    after: started({ follow: { operationId: "getJob", "x-lro-values": { succeeded: "DONE" } } }),
    want: ["minor nobody link-changed #/paths/~1job/post"],
    spares: ["run-removed", "run-added"],
    consumer: 'await acme.run("startJob", {}, { deadline: "1m", to: "getJob" });',
  },
  {
    what: "a link says what a person's answer means",
    before: started({ follow: { operationId: "getJob" } }),
    after: started({ follow: { operationId: "getJob", "x-lro-answer": "running" } }),
    want: ["minor nobody link-changed #/paths/~1job/post"],
    spares: ["run-removed", "run-added"],
    consumer: 'await acme.run("startJob", {}, { deadline: "1m", to: "getJob" });',
  },
  {
    what: "a link gets another name",
    before: started({ follow: { operationId: "getJob" } }),
    after: started({ poll: { operationId: "getJob" } }),
    want: [],
    spares: ["cancel-removed", "link-changed", "run-removed"],
  },
  {
    what: "what is waited for can be canceled",
    before: cancelable({}),
    after: cancelable(cancels),
    want: [`minor nobody cancel-added ${GET}`, `minor nobody link-changed ${GET}`],
    spares: ["run-added"],
  },
  {
    what: "what is waited for cannot be canceled any more",
    before: cancelable(cancels),
    after: cancelable({}),
    want: [`major callers cancel-removed ${GET}`, `minor nobody link-changed ${GET}`],
    spares: ["run-removed"],
    consumer: 'await acme.settle("getJob", {}, { deadline: "1m", cancel: true });',
  },
  {
    what: "the result is told by `settle`",
    before: answers(object({ state, output: text })),
    after: answers(object({ state, output: { ...text, "x-lro-result": true } })),
    want: [`minor nobody outcome-added ${GET}`],
    spares: ["keyword-changed", "outcome-moved", "polling-added"],
  },
  {
    what: "the result is not told by `settle` any more",
    before: answers(object({ state, output: { ...object({ lines: text }), "x-lro-result": true } })),
    after: answers(object({ state, output: object({ lines: text }) })),
    want: [`major readers outcome-removed ${GET}`],
    spares: ["polling-removed", "field-removed"],
    consumer: `const outcome = await acme.settle("getJob", {}, { deadline: "1m" });
      if (outcome.status === "succeeded") outcome.result?.lines;`,
  },
  {
    what: "the result is another member",
    before: answers(object({ state, a: { ...text, "x-lro-result": true }, b: { type: "number" } })),
    after: answers(object({ state, a: text, b: { type: "number", "x-lro-result": true } })),
    want: [`major readers outcome-moved ${GET}`],
    spares: ["progress-changed", "outcome-removed", "outcome-added"],
    consumer: `const outcome = await acme.settle("getJob", {}, { deadline: "1m" });
      if (outcome.status === "succeeded") outcome.result?.toUpperCase();`,
  },
  {
    what: "the progress is another member",
    before: answers(object({ state, a: { type: "number", "x-lro-progress": true }, b: { type: "number" } })),
    after: answers(object({ state, a: { type: "number" }, b: { type: "number", "x-lro-progress": true } })),
    want: [`minor nobody progress-changed ${GET}`],
    spares: ["outcome-moved", "outcome-removed"],
    consumer:
      'for await (const update of acme.watch("getJob", {}, { deadline: "1m" })) update.progress?.toFixed();',
  },
  {
    what: "no status is marked any more",
    before: answers(job),
    after: answers(
      object({ state: { enum: ["BUSY", "DONE"] }, output: object({ lines: { type: "number" } }) }),
    ),
    want: [
      `major callers polling-removed ${GET}`,
      `major readers state-removed ${"#/paths/~1job/get/responses/200/content/application~1json/schema/properties/state"}`,
    ],
    spares: ["outcome-removed", "value-removed"],
    consumer: 'for await (const update of acme.watch("getJob", {}, { deadline: "1m" })) update.status;',
  },
  {
    what: "pages can be gone through",
    before: pages(undefined),
    after: pages({ offset: "offset", items: "/jobs" }),
    want: [`minor nobody list-added ${GET}/x-paging`],
    spares: ["keyword-changed"],
    consumer: "await acme.getJob({ offset: 1 });",
  },
  {
    what: "pages cannot be gone through any more",
    before: pages({ offset: "offset", items: "/jobs" }),
    after: pages(undefined),
    want: [`major callers list-removed ${GET}/x-paging`],
    consumer: 'for await (const one of acme.list("getJob", {})) one.id;',
  },
  {
    what: "other items are gone through",
    before: pages({ offset: "offset", items: "/jobs" }),
    after: pages({ offset: "offset", items: "/runs" }),
    want: [`major callers list-moved ${GET}/x-paging`],
    spares: ["list-removed", "list-changed"],
    consumer: 'for await (const one of acme.list("getJob", {})) one.id;',
  },
  {
    what: "pages have a size",
    before: pages({ offset: "offset", items: "/jobs" }),
    after: pages({ offset: "offset", items: "/jobs", size: "page" }),
    want: [`minor nobody list-changed ${GET}/x-paging`],
    spares: ["list-moved", "list-added"],
    consumer: 'for await (const one of acme.list("getJob", {})) one.id;',
  },
];
