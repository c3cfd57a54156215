import type { TestCase } from "../src/cases/test-case.ts";
import type { Bench } from "../src/run/run-case.ts";
import { PlainHeaders } from "../src/wire/plain-headers.ts";
import type { OutgoingRequest } from "../src/wire/send.ts";
import { bench, findingsOf, judgeTampered } from "./acme-jobs.ts";

/** A client that sends something else than it should. */
export type Change = (request: OutgoingRequest) => OutgoingRequest | Promise<OutgoingRequest>;

/** What the check of the request says, if the judge's own request is changed on its way. */
export async function findingsOn(
  testCase: TestCase,
  request: Change,
  on: Bench = bench,
): Promise<unknown[][]> {
  return findingsOf(await judgeTampered(testCase, { request }, on), "request");
}

export const unchanged: Change = (request) => request;

export function moved(move: (url: URL) => void): Change {
  return (request) => {
    const url = new URL(request.url);
    move(url);
    return { ...request, url: url.href };
  };
}

export function headed(change: (headers: Headers) => void): Change {
  return (request) => {
    const headers = PlainHeaders.of(request.headers);
    change(headers);
    return { ...request, headers };
  };
}

/** The same case, given other arguments. */
export function withArguments(testCase: TestCase, given: Partial<TestCase["arguments"]>): TestCase {
  return { ...testCase, arguments: { ...testCase.arguments, ...given } };
}
