import { exampleOperation, exampleStart } from "../describe/example-operation.ts";
import { Expression } from "../describe/expression.ts";
import { cancelLink, describeLongRunning, isPolled, jsonTexts } from "../describe/long-running.ts";
import type { Service } from "../describe/service.ts";
import { exampleArguments, printLongCall } from "../print/call.ts";
import { printDuration } from "../print/duration.ts";
import { type Example, printExample } from "../print/example.ts";

/** How to wait until something is done, and how to start it and wait. */
export function waitingSection(service: Service): string {
  const [settle, run] = waitingExamples(service);
  if (!settle) return "";
  const { operations } = service;
  const parts = [
    "## Waiting",
    "`settle` polls, ever less often, until the operation has ended. A deadline is required.",
    printExample(service, settle),
    outcomes(service),
    "`watch` takes the same, and yields each poll, with its `status`, `progress` and `data`. Keep its `token`, and \
`resume(token, { deadline })` goes on with the wait, in another process if need be.",
    "A refusal, such as 401, 403 or 404, ends a wait at once with a `RequestError`, unless `tolerate` lists it; so does \
the deadline. A status value that is not documented does not: it is reported as `unknown`.",
    "Nor does a poll that is throttled, fails on the server or is not answered. But if the service was never heard \
from, its address may be wrong, and the sixth poll without an answer is the last; so is the sixth in a row that brings \
another page, such as a proxy's.",
    ...(operations.some(cancelLink)
      ? [
          "With `cancel: true`, the service is asked to cancel when the `signal` aborts or the deadline passes.",
        ]
      : []),
    ...(run ? ["`run` starts something and waits for it:", printExample(service, run)] : []),
  ];
  return parts.join("\n\n");
}

function outcomes({ operations }: Service): string {
  const polled = operations.filter(isPolled).map(describeLongRunning);
  const statuses = polled.flatMap(({ status }) => (status ? [status.schema] : []));
  const lifetimes = new Set(statuses.flatMap((schema) => schema["x-lro-expires"] ?? []));
  const [lifetime] = lifetimes;
  return [
    "`outcome.status` is `succeeded`, `failed` or `canceled`",
    statuses.some((schema) => schema["x-lro-status"]?.waiting)
      ? '; or, with `onWaiting: "stop"`, `waiting`: nothing moves until a person acts'
      : "",
    lifetime
      ? `; or \`expired\`, where the service answers but no longer tells, ${printDuration(lifetime)} after the end`
      : "; or `expired`, which is not documented of this one",
    ".",
    polled.some((outcome) => jsonTexts(outcome).length > 0)
      ? " Where a result or an error is text that holds JSON, `resultJson` or `errorJson` has it parsed."
      : "",
  ].join("");
}

/** A wait, and a start with a wait; fewer if the service has no such operations. */
export function waitingExamples({ operations, variableName }: Service): Example[] {
  const polled = exampleOperation(operations);
  if (!polled || !isPolled(polled)) return [];
  const start = exampleStart(operations);
  const wait = (method: string, operation: { id: string }, args: object) =>
    printLongCall("const outcome = ", `await ${variableName}.${method}`, [operation.id, args, tenMinutes]);
  const settle = `${wait("settle", polled, exampleArguments(polled))};
if (outcome.status === "succeeded") console.log(outcome.result);
if (outcome.status === "failed") console.log(outcome.error);
`;
  const run = start && `${wait("run", start, exampleArguments(start))};\nconsole.log(outcome.status);\n`;
  return [{ imports: [], code: settle }, ...(run ? [{ imports: [], code: run }] : [])];
}

const tenMinutes = new Expression('{ deadline: "10m" }');
