// What the golden package's mock promises, by hand: each `@ts-expect-error` stands on the narrowest line.
import { createClient } from "../fixtures/acme-jobs/golden/src/index.ts";
import {
  answers,
  canceled,
  createMock,
  createVirtualClock,
  empty,
  expired,
  failed,
  hang,
  html,
  type MockRequest,
  notStarted,
  reset,
  running,
  succeeded,
  throttled,
  truncated,
  waiting,
} from "../fixtures/acme-jobs/golden/src/testing.ts";

const clock = createVirtualClock();
const mock = createMock(
  {
    startJob: answers(202, { body: { id: "j-1" } }),
    getJob: [
      notStarted(),
      running({ times: 3, progress: 40, delay: "2s" }),
      waiting({ body: { parent: { id: "j-0" } } }),
      throttled({ times: 2, retryAfter: "1s" }),
      html(502),
      reset(),
      hang(),
      truncated(),
      empty(),
      answers(404, "JobNotFound"),
      failed({ error: { detail: "no space left" } }),
      succeeded({ result: { lines: 3 }, headers: { "x-acme-request": "r-1" } }),
      canceled(),
      expired(),
    ],
  },
  { clock },
);
createClient({ baseUrl: "https://mock.invalid", fetch: mock.fetch, clock });

// What is not documented is a compile error.
createMock({
  // @ts-expect-error: not an operation
  stopJob: answers(200),
});
createMock({
  // @ts-expect-error: not a status of this operation
  renameJob: answers(404),
});
createMock({
  // @ts-expect-error: this one tells no state
  renameJob: running(),
});
createMock({
  // @ts-expect-error: no value of this one means that
  FindJobs: failed(),
});
createMock({
  // @ts-expect-error: this one is not documented to forget
  FindJobs: expired(),
});
createMock({
  FindJobs: running({
    // @ts-expect-error: its answers do not tell it
    progress: 40,
  }),
});

// Statuses that a `default` stands for are documented, too.
createMock({ getJob: answers(418, { body: { detail: "a teapot" } }) });

// Names: of examples, and the codes that a status lists; in an open list, any.
createMock({ getJob: [answers(200, "succeeded"), answers(503, "AnyCode")] });
createMock({
  startJob: [answers(409, "QueueClosed"), answers(409, "SomethingNew")],
  FindJobs: answers(200, 17),
});
createMock({
  // @ts-expect-error: neither an example nor a code
  getJob: answers(200, "finished"),
});
createMock({
  // @ts-expect-error: an answer without a body has no names
  renameJob: answers(204, "renamed"),
});

// Bodies: any part of what is documented, and nothing else.
createMock({ getJob: succeeded({ body: { parent: { state: "DONE" }, output: undefined } }) });
createMock({ FindJobs: answers(200, { body: { Jobs: [{ Id: "1" }, { Status: "Done" }] } }) });
createMock({ downloadScript: answers(200, { body: new Blob(["echo"]) }) });
createMock({
  getJob: running({
    // @ts-expect-error: not a member
    body: { parents: { id: "j-0" } },
  }),
});
createMock({
  getJob: running({
    // @ts-expect-error: not one of the documented states
    body: { state: "FINISHED" },
  }),
});
createMock({
  startJob: answers(202, {
    // @ts-expect-error: of another type
    body: { id: 1 },
  }),
});
createMock({
  getJob: running({
    // @ts-expect-error: not one of the vendor's values
    value: "RUNNING",
  }),
});
createMock({
  getJob: running({
    // @ts-expect-error: misspelt
    time: 3,
  }),
});
createMock({
  getJob: running({
    // @ts-expect-error: not a duration
    delay: "soon",
  }),
});

// A step that is made elsewhere fits wherever its state does.
const slow = running({ times: 3 });
const lost = answers(404);
createMock({ getJob: [slow, lost], FindJobs: slow });
createMock({
  // @ts-expect-error: but not where there is no such state
  renameJob: slow,
});

// What was asked.
const [request] = mock.requests;
request satisfies MockRequest | undefined;
if (request?.operation === "getJob") request.path.jobId satisfies string | undefined;
// @ts-expect-error: not an operation
if (request?.operation === "stopJob") request.path;
