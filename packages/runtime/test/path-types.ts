// What openapi-fetch is told of the responses: each `@ts-expect-error` stands on the narrowest line.
import type { ByPlace, Failure, Malformed, Responses, Success, UndocumentedStatus } from "../src/index.ts";

type Any = Failure<UndocumentedStatus, unknown> | Malformed;
interface Job {
  id: string;
}
interface Problem {
  code: string;
}

declare const exact: Responses<Success<200 | UndocumentedStatus, Job> | Failure<404, Problem> | Any>;
exact[200].content["*/*"] satisfies Job;
exact[404].content["*/*"] satisfies Problem;
// @ts-expect-error: of a status that is not documented, nothing is known
exact.default;
// @ts-expect-error: a body that is not of the documented kind never comes by openapi-fetch
exact.malformed;
// @ts-expect-error: not the failure's body
exact[200].content["*/*"] satisfies Problem;

// A code in the body of a success: either comes with its status.
declare const inBand: Responses<Success<200, Job> | Failure<200, Problem> | Any>;
inBand[200].content["*/*"] satisfies Job | Problem;
// @ts-expect-error: it may be the failure
inBand[200].content["*/*"] satisfies Job;

// What is documented of a range, or of all others.
declare const ranges: Responses<
  Success<UndocumentedStatus, Job> | Failure<UndocumentedStatus, Problem> | Malformed
>;
ranges["2XX"].content["*/*"] satisfies Job;
ranges.default.content["*/*"] satisfies Problem;

// Arguments are in their places, and in no other.
const given: ByPlace<{ path: { id: string } }> = { path: { id: "a" } };
// @ts-expect-error: it is needed
const none: ByPlace<{ path: { id: string } }> = {};
// @ts-expect-error: there is none
const other: ByPlace<{ path: { id: string } }> = { path: { id: "a" }, query: { all: true } };
const nothing: ByPlace<unknown> = {};
console.log(given, none, other, nothing);
