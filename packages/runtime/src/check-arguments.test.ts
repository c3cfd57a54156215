import { describe, expect, it } from "vitest";
import { operations, service } from "../test/service.ts";
import { stubFetch } from "../test/stub-fetch.ts";
import { listJobs, getJob as polled } from "../test/waiting.ts";
import { checkArguments } from "./check-arguments.ts";
import { createClient } from "./create-client.ts";
import { inPlainQuery } from "./write/place.ts";

const { getJob, startJob, findJob, patchJob, ping, filterJobs } = operations;
/** Its query takes texts, and what is documented to be written as text. */
const plain = {
  ...filterJobs,
  id: "listPlain",
  parameters: fill(["state", "page", "all", "Tags", "Filter"]),
};

function fill(names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, inPlainQuery]));
}

describe("arguments", () => {
  it.each([
    { given: [getJob, { jobId: 7, verbose: true, tag: ["x"], theme: null, "X-Trace": undefined }] },
    // A text in a path and in a form can be as long as it likes.
    { given: [getJob, { jobId: 2n ** 64n }] },
    { given: [findJob, { JobId: 2n ** 64n }] },
    { given: [startJob, { name: new Date(0) }] },
    { given: [getJob, { tag: "\ud83d\ude00" }] },
    // JSON has an escape for half of a pair.
    { given: [startJob, { name: "a\ud83d" }] },
    { given: [ping, Object.create(null)] },
    { given: [plain, { state: "a", page: 2n ** 64n, Tags: ["x"], Filter: [{ Name: "a" }], all: null }] },
  ] as const)("pass: $given.0.id $given.1", ({ given: [operation, args] }) => {
    expect(() => checkArguments(operation, args)).not.toThrow();
  });

  it.each([
    { given: [getJob, null], want: "getJob takes its arguments as one object: { jobId, verbose," },
    { given: [getJob, "j1"], want: "It got [object String]." },
    { given: [getJob, ["j1"]], want: "It got [object Array]." },
    { given: [ping, 5], want: "ping takes its arguments as one object: {}. It got 5." },
    // They have no members, so they would pass for none.
    { given: [getJob, new URLSearchParams("jobId=j1")], want: "It got [object URLSearchParams]." },
    { given: [getJob, new Map([["jobId", "j1"]])], want: "It got [object Map]." },
    { given: [getJob, { tag: Number.NaN }], want: "getJob cannot send tag, which is NaN." },
    { given: [startJob, { name: -Infinity }], want: "startJob cannot send name, which is -Infinity." },
    {
      given: [getJob, { tag: "a\ud83d" }],
      want: "getJob cannot send tag, which is [object String] with half of a surrogate pair.",
    },
    { given: [findJob, { JobId: "\ude00" }], want: "findJob cannot send JobId" },
    { given: [getJob, { jobId: () => "j1" }], want: "getJob cannot send jobId, which is [object Function]." },
    { given: [getJob, { jobId: Symbol("j1") }], want: "getJob cannot send jobId, which is [object Symbol]." },
    {
      given: [startJob, { name: () => "x" }],
      want: "startJob cannot send name, which is [object Function].",
    },
    {
      given: [plain, { state: ["a", "b"] }],
      want: "listPlain takes a text or a number as state, not [object Array].",
    },
    { given: [plain, { state: { a: 1 } }], want: "as state, not [object Object]." },
    { given: [plain, { state: new Date(0) }], want: "as state, not [object Date]." },
    { given: [plain, { state: Promise.resolve("a") }], want: "as state, not [object Promise]." },
    {
      given: [startJob, { name: 10n }],
      want: "startJob cannot send name, which is [object BigInt]: JSON has none. Give a number or a text.",
    },
    {
      given: [patchJob, { jobId: "j1", body: 10n }],
      want: "patchJob cannot send body, which is [object BigInt]",
    },
  ] as const)("are refused: $given.0.id $given.1", ({ given: [operation, args], want }) => {
    expect(() => checkArguments(operation, args)).toThrow(TypeError);
    expect(() => checkArguments(operation, args)).toThrow(want);
  });
});

describe("whatever of a client takes them", () => {
  interface Methods {
    readonly orThrow: Methods;
    getJob(args: unknown): Promise<unknown>;
    settle(...args: unknown[]): Promise<unknown>;
    watch(...args: unknown[]): AsyncGenerator;
    run(...args: unknown[]): Promise<unknown>;
    list(...args: unknown[]): unknown;
  }
  const { fetch, sent } = stubFetch();
  const client = createClient<Methods>(service, { getJob: polled, listJobs }, { fetch });
  const within = { deadline: "1m" };

  it.each([
    { name: "a method", given: () => client.getJob("j1") },
    { name: "one that throws", given: () => client.orThrow.getJob("j1") },
    { name: "settle", given: () => client.settle("getJob", "j1", within) },
    { name: "watch", given: async () => client.watch("getJob", "j1", within) },
    { name: "run", given: () => client.run("getJob", "j1", within) },
    { name: "list", given: async () => client.list("listJobs", "j1") },
  ])("$name refuses a text, and sends nothing", async ({ given }) => {
    await expect(given()).rejects.toThrow(/Jobs? takes its arguments as one object/);
    expect(sent).toThrow("nothing was sent");
  });

  it.each([
    { given: { limits: 5 }, want: 'There is no option "limits". There are: signal, headers,' },
    { given: { signal: "stop" }, want: "signal is [object String]." },
    { given: null, want: "What stands for the options is [object Null]." },
  ])("list refuses the options $given", ({ given, want }) => {
    expect(() => client.list("listJobs", {}, given)).toThrow(want);
  });
});
