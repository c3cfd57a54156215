import { describe, expect, test } from "vitest";
import type { AccessKey } from "../../src/authentication/credentials.ts";
import { TEMPORARY_CREDENTIALS } from "../../src/run/credentials.ts";
import { developmentKey } from "./alibaba-clients.ts";
import { inBody, inHeader, inQuery, inSignature } from "./flip-bit.ts";
import { PROJECT } from "./huawei-client.ts";
import { distinct, pollUntil } from "./poll-until.ts";
import { HUAWEI_GO, HUAWEI_PYTHON, type Outcome } from "./sdk-process.ts";
import { expectAllParsed, parsed, STARTING, useSdk } from "./use-sdk.ts";
import { useVendorSandbox, withClockOff } from "./vendor-sandbox.ts";

const sandbox = useVendorSandbox();

const DESKTOPS = ["a6f6e2d1-cc62-46f3-865b-9ae6ae0afde0", "248077ea-bb64-4e58-b5e8-6b686600920e"];
const START = { do: "start", desktops: DESKTOPS };
const LIST_NONE = { do: "tasks", ids: ["nothing"] };

describe.each([
  { program: HUAWEI_PYTHON, failure: "ClientRequestException" },
  { program: HUAWEI_GO, failure: "sdkerr.ServiceResponseError" },
])("$program.name", { timeout: STARTING }, ({ program, failure }) => {
  const ask = useSdk(program, sandbox, { project: PROJECT });
  const refused = { error: { is: failure, code: "APIGW.0301", status: 401 } };

  test("executes a script on desktops and reads what it did", async () => {
    const started = await parsed(ask(START));
    expect(started).toEqual({ task_id: expect.any(String) });
    const id = started.task_id;
    const seen = await pollUntil(isOver, () => parsed(ask({ do: "tasks", ids: [id] })));
    expect(distinct(seen.map(({ tasks }) => tasks[0].status))).toEqual(["INIT", "RUNNING", "SUCCESS"]);
    const ended = { id, status: "SUCCESS", resource_ids: DESKTOPS, success_num: expect.any(Number) };
    expect(seen.at(-1)).toMatchObject({ count: 1, tasks: [ended] });
    expect(Date.parse(seen.at(-1).tasks[0].start_time)).not.toBeNaN();
    expectAllParsed(sandbox, seen.at(-1).whole);

    const { records, whole } = await parsed(ask({ do: "records", id }));
    expect(records[0]).toEqual({ id: expect.any(String), script_task_id: id, status: "SUCCESS" });
    expectAllParsed(sandbox, whole);
    const record = await parsed(ask({ do: "record", id: records[0].id }));
    expect(record).toMatchObject({ ...records[0], output: expect.any(String) });
    expectAllParsed(sandbox, record.whole);
  });

  test("stops a task", async () => {
    const { task_id: id } = await parsed(ask(START));
    expect(await ask({ do: "stop", id })).toEqual({ value: { status_code: 200 } });
    const seen = await pollUntil(isOver, () => parsed(ask({ do: "tasks", ids: [id] })));
    expect(seen.at(-1).tasks[0].id).toBe(id);
    expect(seen.at(-1).tasks[0].status).not.toBe("SUCCESS");
  });

  test("asks for several tasks at once", async () => {
    const { task_id: first } = await parsed(ask(START));
    const { task_id: second } = await parsed(ask(START));
    await parsed(ask(START));
    const { tasks } = await parsed(ask({ do: "tasks", ids: [first, second] }));
    expect(tasks.map(({ id }: { id: string }) => id).sort()).toEqual([first, second].sort());
  });

  test("finds out which project a region has", async () => {
    const command = { ...LIST_NONE, project: undefined, region: "ap-southeast-2" };
    expect(await parsed(ask(command))).toMatchObject({ count: 0, tasks: [] });
    const paths = sandbox.proxy.passed.map(({ path }) => path);
    expect(paths[0]).toBe("/v3/projects?name=ap-southeast-2");
    expect(paths.at(-1)).toMatch(/^\/v2\/[0-9a-f]{32}\/script-execution-tasks\?/);
    expect(paths.at(-1)).not.toContain(PROJECT);
  });

  test("is let in with a temporary key", async () => {
    const listed = await parsed(ask(LIST_NONE, TEMPORARY_CREDENTIALS.accessKey));
    expect(listed).toMatchObject({ count: 0, tasks: [] });
  });

  test("is told of a record that there is not", async () => {
    const want = { is: failure, code: "WKS.00211902", status: 404 };
    expect(await ask({ do: "record", id: "nothing" })).toEqual({ error: want });
  });

  test.each<{ given: string; key: AccessKey }>([
    { given: "a key that nobody was given", key: { id: "nobody", secret: "not-a-secret" } },
    { given: "another's secret", key: { ...developmentKey(), secret: "not-the-secret" } },
  ])("is refused with $given", async ({ key }) => {
    expect(await ask(LIST_NONE, key)).toEqual(refused);
  });

  test.each([
    { given: "the query", flip: inQuery("task_id"), command: LIST_NONE },
    { given: "the body", flip: inBody, command: START },
    { given: "a signed header", flip: inHeader("x-project-id"), command: LIST_NONE },
    { given: "the signed date", flip: inHeader("x-sdk-date"), command: LIST_NONE },
    { given: "the signature", flip: inSignature, command: START },
  ])("is refused after one flipped bit in $given", async ({ flip, command }) => {
    sandbox.proxy.tamper(flip);
    expect(await ask(command)).toEqual(refused);
    expect(sandbox.proxy.passed).toHaveLength(1);
  });

  test.each([-16, 16])("is refused by a service whose clock is %i minutes off", async (minutes) => {
    expect(await withClockOff(minutes, (host) => ask({ ...LIST_NONE, host }))).toEqual(refused);
  });
});

function isOver({ tasks }: Outcome["value"]): boolean {
  return !["INIT", "WAITING", "RUNNING"].includes(tasks[0].status);
}
