import { GET, operation, parameters, query, type Row, text } from "./acme.ts";

const parameter = `${GET}/parameters/0`;
const list = { type: "array", items: text };

/** What becomes of the parameters. */
export const parameterRows: readonly Row[] = [
  {
    what: "a parameter can be given",
    before: parameters(query("limit")),
    after: parameters(query("after"), query("limit")),
    want: [`minor nobody parameter-added ${parameter}`],
    spares: ["required-parameter-added", "parameter-moved"],
    consumer: 'await acme.getJob({ limit: "1" });',
  },
  {
    what: "a new parameter must be given",
    before: parameters(query("limit")),
    after: parameters(query("limit"), query("site", { required: true })),
    want: [`major callers required-parameter-added ${GET}/parameters/1`],
    spares: ["parameter-added", "parameter-required"],
    consumer: 'await acme.getJob({ limit: "1" });',
  },
  {
    what: "a parameter is gone",
    before: parameters(query("limit"), query("site")),
    after: parameters(query("limit")),
    want: [`major callers parameter-removed ${GET}/parameters/1`],
    consumer: 'await acme.getJob({ site: "a" });',
    spares: ["parameter-optional"],
  },
  {
    what: "a parameter must be given now",
    before: parameters(query("site")),
    after: parameters(query("site", { required: true })),
    want: [`major callers parameter-required ${parameter}`],
    spares: ["required-parameter-added"],
    consumer: "await acme.getJob({});",
  },
  {
    what: "a parameter need not be given",
    before: parameters(query("site", { required: true })),
    after: parameters(query("site")),
    want: [`minor nobody parameter-optional ${parameter}`],
    spares: ["parameter-required", "parameter-removed"],
    consumer: 'await acme.getJob({ site: "a" });',
  },
  {
    what: "a parameter travels in a header",
    before: parameters(query("site")),
    after: parameters({ ...query("site"), in: "header" }),
    want: [`major callers parameter-moved ${parameter}`],
    spares: ["parameter-removed", "parameter-added"],
    consumer: 'await acme.http.GET("/job", { params: { query: { site: "a" } } });',
  },
  {
    what: "parameters change their order, and one becomes a component",
    before: parameters(query("limit"), query("site")),
    after: {
      ...parameters({ $ref: "#/components/parameters/Site" }, query("limit")),
      components: { parameters: { Site: query("site") } },
    },
    want: [],
    spares: ["parameter-removed", "parameter-added", "parameter-moved"],
    consumer: 'await acme.getJob({ site: "a", limit: "1" });',
  },
  {
    what: "a parameter travels leaf by leaf",
    before: parameters(query("tags", { schema: list })),
    after: parameters(query("tags", { schema: list, "x-flatten": true })),
    want: [`major callers serialization-changed ${parameter}`],
    spares: ["argument-narrowed", "keyword-changed"],
    consumer: 'await acme.getJob({ tags: ["a"] });',
  },
  {
    what: "a parameter travels as JSON",
    before: parameters(query("tags", { schema: list })),
    after: parameters({ name: "tags", in: "query", content: { "application/json": { schema: list } } }),
    want: [`major callers serialization-changed ${parameter}`],
    spares: ["argument-narrowed", "argument-widened", "parameter-removed"],
    consumer: 'await acme.getJob({ tags: ["a"] });',
  },
  {
    what: "the service knows a repeated request",
    before: operation({ "x-safe": false, parameters: [query("token")] }),
    after: operation({ "x-safe": false, parameters: [query("token", { "x-idempotency-token": true })] }),
    want: [`minor nobody repeating-changed ${GET}`],
    spares: ["keyword-changed", "serialization-changed"],
    consumer: 'await acme.getJob({ token: "a" });',
  },
  {
    what: "the service knows a repeated request of an operation that is safe anyway",
    before: parameters(query("token")),
    after: parameters(query("token", { "x-idempotency-token": true })),
    want: [`minor nobody repeating-changed ${GET}`],
    spares: ["keyword-changed"],
    consumer: 'await acme.getJob({ token: "a" });',
  },
];
