import { describe, expect, it } from "vitest";
import { buyJob, getJob, outcomeOf, service, startJob } from "../../test/attempts.ts";
import { fine, type RawAnswer, reset, stuck, torn, withRawServer } from "../../test/raw-server.ts";
import { call, connect } from "../index.ts";

const read = { operation: getJob, args: { jobId: "j1" } };
const token = { operation: buyJob, args: {} };
const write = { operation: startJob, args: { name: "n" } };

describe("against a server whose", () => {
  const rows: {
    given: string;
    answers: readonly RawAnswer[];
    of: typeof read | typeof token | typeof write;
    want: readonly [outcome: unknown, requests: number];
  }[] = [
    { given: "connection resets", answers: [reset, fine], of: read, want: [200, 2] },
    { given: "connection resets", answers: [reset, fine], of: token, want: [200, 2] },
    { given: "connection resets", answers: [reset, fine], of: write, want: ["connection", 1] },
    { given: "connection always resets", answers: [reset], of: read, want: ["connection", 3] },
    { given: "answer breaks off", answers: [torn, fine], of: read, want: [200, 2] },
    { given: "answer breaks off", answers: [torn, fine], of: write, want: ["malformed", 1] },
    { given: "answer always breaks off", answers: [torn], of: read, want: ["malformed", 3] },
    { given: "answer gets stuck", answers: [stuck, fine], of: read, want: [200, 2] },
    { given: "answer gets stuck", answers: [stuck, fine], of: write, want: ["timeout", 1] },
    { given: "answer never comes", answers: [{}, fine], of: read, want: [200, 2] },
    { given: "answer never comes", answers: [{}, fine], of: write, want: ["timeout", 1] },
  ];

  it.each(rows)("$given, $of.operation.id comes to $want", async ({ answers, of, want }) => {
    await withRawServer(answers, async (baseUrl, requests) => {
      const options = { baseUrl, timeout: 300, retry: { delay: 1 } };
      const outcome = await outcomeOf(call(connect(service, options), of.operation, of.args));
      expect([outcome, requests()]).toEqual(want);
    });
  });
});
