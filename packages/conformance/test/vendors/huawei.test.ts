import { beforeEach, describe, expect, test } from "vitest";
import type { AccessKey } from "../../src/authentication/credentials.ts";
import { TEMPORARY_CREDENTIALS } from "../../src/run/credentials.ts";
import { developmentKey } from "./alibaba-clients.ts";
import { inBody, inHeader, inQuery, inSignature } from "./flip-bit.ts";
import { type Body, call, clients, describeError } from "./huawei-client.ts";
import { distinct, pollUntil } from "./poll-until.ts";
import { useVendorSandbox, withClockOff } from "./vendor-sandbox.ts";

/** The gateway has one code for all that can be wrong with a signature, and says more in its message alone. */
const UNAUTHORISED = { is: "ClientRequestException", code: "APIGW.0301", status: 401 };

const sandbox = useVendorSandbox();

describe.each(clients)("$name", ({ create, missing }) => {
  beforeEach(({ skip }) => {
    if (missing) skip(missing);
  });
  const connect = (key?: AccessKey) => create(sandbox.proxy.host, key);

  test("executes a script on desktops and reads what it did", async () => {
    const client = connect();
    const { task_id } = await call(client, "POST", "/script-executions", { data: EXECUTION });
    expect(task_id).toBeTypeOf("string");
    const seen = await pollUntil(isOver, async () => {
      const { script_tasks, count } = await call(client, "GET", "/script-execution-tasks", {
        query: { task_id: [task_id] },
      });
      expect(script_tasks).toHaveLength(1);
      expect(count).toBe(1);
      return script_tasks[0];
    });
    expect(distinct(seen.map(({ id }) => id))).toEqual([task_id]);
    expect(seen.at(-1)).toMatchObject({ status: "SUCCESS", resource_ids: EXECUTION.resource_ids });
    expect(distinct(seen.map(({ status }) => status))).toEqual(["INIT", "RUNNING", "SUCCESS"]);

    const { script_records } = await call(client, "GET", "/script-execution-records", {
      query: { script_task_id: task_id },
    });
    expect(script_records[0]).toMatchObject({ id: expect.any(String), script_task_id: task_id });
    const record = await call(client, "GET", `/script-execution-records/${script_records[0].id}`);
    expect(record).toMatchObject({
      id: script_records[0].id,
      script_task_id: task_id,
      status: "SUCCESS",
      output: expect.any(String),
    });
  });

  test("stops a task", async () => {
    const client = connect();
    const { task_id } = await call(client, "POST", "/script-executions", { data: EXECUTION });
    expect(await call(client, "POST", "/script-executions/stop", { data: { task_id } })).toEqual({
      httpStatusCode: 200,
    });
    const seen = await pollUntil(isOver, async () => {
      const options = { query: { task_id: [task_id] } };
      const { script_tasks } = await call(client, "GET", "/script-execution-tasks", options);
      return script_tasks[0];
    });
    expect(seen.at(-1)).toMatchObject({ id: task_id });
    expect(seen.at(-1).status).not.toBe("SUCCESS");
  });

  test("is let in with a temporary key", async () => {
    const client = connect(TEMPORARY_CREDENTIALS.accessKey);
    expect(await call(client, "GET", "/script-execution-tasks", { query: { task_id: ["nothing"] } })).toEqual(
      {
        httpStatusCode: 200,
        count: 0,
        script_tasks: [],
      },
    );
  });

  test.each<{ given: string; key: AccessKey; want?: object }>([
    { given: "a key that nobody was given", key: { id: "nobody", secret: "not-a-secret" } },
    { given: "another's secret", key: { ...developmentKey(), secret: "not-the-secret" } },
    {
      given: "a temporary key with another token",
      key: { id: "temporary-key", secret: "not-a-secret-either", securityToken: "not-the-token" },
      want: { ...UNAUTHORISED, code: "APIGW.0307" },
    },
  ])("is refused with $given", async ({ key, want = UNAUTHORISED }) => {
    const request = call(connect(key), "GET", "/script-execution-tasks");
    expect(await refusal(request)).toEqual(want);
  });

  test.each([
    {
      given: "a record that there is not",
      method: "GET",
      path: "/script-execution-records/nothing",
      want: { is: "ClientRequestException", code: "WKS.00211902", status: 404 },
    },
    {
      given: "a limit that is no number",
      method: "GET",
      path: "/script-execution-tasks",
      options: { query: { limit: "many" } },
      want: { is: "ClientRequestException", code: "WKS.0001", status: 400 },
    },
    {
      given: "a member of another type",
      method: "POST",
      path: "/script-executions",
      options: { data: { script_ids: "xxx122" } },
      want: { is: "ClientRequestException", code: "WKS.0001", status: 400 },
    },
  ])("is told of $given", async ({ method, path, options, want }) => {
    expect(await refusal(call(connect(), method, path, options))).toEqual(want);
  });

  test.each([
    { given: "the body", flip: inBody },
    { given: "the query", flip: inQuery("show_history") },
    { given: "a signed header", flip: inHeader("x-project-id") },
    { given: "the signed date", flip: inHeader("x-sdk-date") },
    { given: "the signature", flip: inSignature },
  ])("is refused after one flipped bit in $given", async ({ flip }) => {
    sandbox.proxy.tamper(flip);
    const request = call(connect(), "POST", "/script-executions", {
      query: { show_history: "2" },
      data: EXECUTION,
    });
    expect(await refusal(request)).toEqual(UNAUTHORISED);
    expect(sandbox.proxy.passed).toHaveLength(1);
  });

  test("is let in when its request is sent again: it signs no nonce", async () => {
    sandbox.proxy.replay();
    const { httpStatusCode } = await call(connect(), "GET", "/script-execution-tasks");
    expect(httpStatusCode).toBe(200);
  });

  test.each([-14, 14])("is let in by a service whose clock is %i minutes off", async (minutes) => {
    const listed = await withClockOff(minutes, (host) =>
      call(create(host), "GET", "/script-execution-tasks"),
    );
    expect(listed.script_tasks).toBeInstanceOf(Array);
  });

  test.each([-16, 16])("is refused by a service whose clock is %i minutes off", async (minutes) => {
    const refused = await withClockOff(minutes, (host) =>
      refusal(call(create(host), "GET", "/script-execution-tasks")),
    );
    expect(refused).toEqual(UNAUTHORISED);
  });
});

const EXECUTION = {
  script_ids: ["xxx122"],
  resource_type: "DESKTOP",
  resource_ids: ["a6f6e2d1-cc62-46f3-865b-9ae6ae0afde0", "248077ea-bb64-4e58-b5e8-6b686600920e"],
  execution_timeout: 5,
};

const isOver = ({ status }: Body): boolean => !["INIT", "WAITING", "RUNNING"].includes(status);

async function refusal(request: Promise<Body>): Promise<object> {
  const thrown = await request
    .then((body) => new Error(`was let in: ${JSON.stringify(body)}`))
    .catch((error: unknown) => error);
  return describeError(thrown);
}
