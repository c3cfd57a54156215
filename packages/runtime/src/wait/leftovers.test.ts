import { expect, it } from "vitest";
import { withLoopback } from "../../test/loopback.ts";

// The types of Node are not for this package: what is used of it is typed here.
declare const process: {
  readonly execPath: string;
  getBuiltinModule(id: "node:child_process"): {
    execFile(
      file: string,
      args: readonly string[],
      options: object,
      done: (error: unknown, out: string, err: string) => void,
    ): void;
  };
};

const { execFile } = process.getBuiltinModule("node:child_process");

/** Runs a module in a process of its own, and says what it printed and how long it took after that. */
function runAlone(
  code: string,
  env: Record<string, string>,
): Promise<{ error: unknown; out: string; err: string }> {
  const flags = ["--unhandled-rejections=strict", "--input-type=module-typescript", "--eval", code];
  return new Promise((resolve) => {
    const options = { env, timeout: 20_000, cwd: new URL(".", import.meta.url) };
    execFile(process.execPath, flags, options, (error, out, err) => resolve({ error, out, err }));
  });
}

const program = (then: string) => `
import { cancelJob, getJob, service } from "../../test/waiting.ts";
import { connect } from "../connection.ts";
import { settle } from "./settle.ts";
const connection = connect(service, { baseUrl: process.env.BASE_URL });
const controller = new AbortController();
const { signal } = controller;
process.on("exit", () => console.log(Math.round(performance.now() - ended) < 1500 ? "at once" : "late"));
let ended = 0;
${then}
ended = performance.now();
`;

const answers: Record<string, () => Response | Promise<Response>> = {
  "/jobs/done": () => Response.json({ state: "DONE" }),
  "/jobs/run": () => Response.json({ state: "RUN" }),
  "/jobs/never": () => new Promise(() => {}),
};
const serve = async ({ url }: Request) =>
  (answers[new URL(url).pathname] ?? (() => new Response(null, { status: 404 })))();

const rows = [
  {
    given: `console.log((await settle(connection, getJob, { jobId: "done" }, { deadline: "1h", signal })).status);`,
    want: "succeeded",
  },
  {
    given: `await settle(connection, getJob, { jobId: "run" }, { deadline: "700ms", cancel: cancelJob }).catch(({ reason }) => console.log(reason));`,
    want: "deadline",
  },
  {
    given: `setTimeout(() => controller.abort("aborted"), 300);
await settle(connection, getJob, { jobId: "never" }, { deadline: "1h", signal }).catch((reason) => console.log(reason));`,
    want: "aborted",
  },
  {
    given: `await settle(connection, getJob, { jobId: "none" }, { deadline: "1h", signal }).catch(({ status }) => console.log(status));`,
    want: "404",
  },
];

it.each(rows)("a process ends once its wait has: $want", async ({ given, want }) => {
  const { error, out, err } = await withLoopback(serve, (baseUrl) =>
    runAlone(program(given), { BASE_URL: baseUrl }),
  );
  expect(err.replace(/^.*Warning.*$|^\(Use.*$/gm, "").trim()).toBe("");
  expect(error).toBeNull();
  expect(out.trim().split("\n")).toEqual([want, "at once"]);
});
