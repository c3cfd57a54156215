import { describe, expect, test } from "vitest";
import { document } from "../../../test/acme-jobs.ts";
import { readRule } from "./read-rule.ts";
import { createRules, type Rule } from "./rules.ts";

describe("a rule is taken", () => {
  test.each<{ name: string; given: Rule[]; asked: [operation: string, service?: string][]; want: unknown[] }>(
    [
      {
        name: "by its operation",
        given: [{ operation: "a", status: 404 }],
        asked: [["b"], ["a"]],
        want: [undefined, { status: 404 }],
      },
      {
        name: "by its service",
        given: [{ service: "s", delay: 1 }],
        asked: [
          ["a", "t"],
          ["a", "s"],
        ],
        want: [undefined, { delay: 1 }],
      },
      {
        name: "by any operation",
        given: [{ outcome: "failed" }],
        asked: [["a"], ["b", "s"]],
        want: [{ outcome: "failed" }, { outcome: "failed" }],
      },
      {
        name: "as often as it says",
        given: [{ throttled: true, times: 2 }],
        asked: [["a"], ["a"], ["a"]],
        want: [{ throttled: true }, { throttled: true }, undefined],
      },
      {
        name: "in the order they were given",
        given: [{ status: 500, times: 1 }, { status: 503 }],
        asked: [["a"], ["a"]],
        want: [{ status: 500 }, { status: 503 }],
      },
      {
        name: "past one that does not fit",
        given: [{ operation: "b", times: 1, status: 500 }, { status: 503 }],
        asked: [["a"], ["b"], ["b"]],
        want: [{ status: 503 }, { status: 500 }, { status: 503 }],
      },
    ],
  )("$name", ({ given, asked, want }) => {
    const rules = createRules();
    for (const rule of given) rules.add(rule);
    expect(asked.map((one) => rules.take(...one))).toEqual(want);
  });
});

test("rules are taken back, one by its id, or all", () => {
  const rules = createRules();
  const [first = "", second = ""] = [rules.add({ status: 404 }), rules.add({ status: 500, times: 3 })];
  rules.take("a");
  expect([rules.remove(first), rules.remove(first)]).toEqual([true, false]);
  expect(rules.list()).toEqual([{ id: second, status: 500, times: 3 }]);
  rules.clear();
  expect([rules.list(), rules.take("a")]).toEqual([[], undefined]);
});

test("ids are not used again after rules were restored", () => {
  const rules = createRules();
  rules.restore([{ id: "7", status: 404 }]);
  expect([rules.add({ status: 500 }), rules.list().length]).toEqual(["8", 2]);
});

test("of many rules, the oldest go", () => {
  const rules = createRules();
  for (let index = 0; index < 1500; index += 1) rules.add({ delay: index });
  expect([rules.list().length, rules.list()[0]?.delay]).toEqual([1000, 500]);
});

describe("a rule given as JSON", () => {
  const services = [{ document }];
  test.each([
    { operation: "getJob", status: 404, example: "JobNotFound", times: 2 },
    { service: "acme-jobs", outcome: "canceled" },
    { mutant: "status-teapot", delay: 0 },
    { throttled: true },
  ])("%j", (given) => {
    expect(readRule(given, services)).toEqual(given);
  });

  test.each<{ given: unknown; want: string }>([
    { given: [], want: "a rule is a JSON object" },
    { given: null, want: "a rule is a JSON object" },
    { given: {}, want: "the rule says not what is to happen" },
    { given: { operation: "getJob" }, want: "the rule says not what is to happen" },
    { given: { code: 404 }, want: "a rule has no member code" },
    { given: { constructor: 1 }, want: "a rule has no member constructor" },
    { given: { operation: "readJob", status: 404 }, want: "no such operation: readJob" },
    { given: { service: "other", status: 404 }, want: "no such service: other" },
    { given: { operation: "getHealth", status: 404 }, want: "404 is not documented for getHealth" },
    { given: { status: "404" }, want: 'status cannot be "404"' },
    { given: { status: 42 }, want: "status cannot be 42" },
    { given: { times: 0, status: 404 }, want: "times cannot be 0" },
    { given: { times: 1.5, status: 404 }, want: "times cannot be 1.5" },
    { given: { throttled: false }, want: "throttled cannot be false" },
    { given: { outcome: "late" }, want: "no such outcome: late" },
    { given: { mutant: "none" }, want: "no such mutant: none" },
    { given: { mutant: "request-method" }, want: "no such mutant: request-method" },
    { given: { delay: -1 }, want: "the delay cannot be kept" },
    { given: { delay: 600_001 }, want: "the delay cannot be kept" },
  ])("$given: $want", ({ given, want }) => {
    const read = () => readRule(given as never, services);
    expect(read).toThrow(`${want}\n`);
    expect(read).toThrow(
      /\n {2}expected {2}.+\n {2}example {3}\{ "operation": "getJob", "status": 503, "times": 2 \}$/s,
    );
  });
});
