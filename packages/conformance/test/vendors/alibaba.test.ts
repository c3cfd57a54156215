import { describe, expect, test } from "vitest";
import type { AccessKey } from "../../src/authentication/credentials.ts";
import { TEMPORARY_CREDENTIALS } from "../../src/run/credentials.ts";
import { type AlibabaClient, type Body, BPSTUDIO, clients, developmentKey, OOS } from "./alibaba-clients.ts";
import { inBody, inHeader, inQuery, inSignature, inSignatureParameter } from "./flip-bit.ts";
import { distinct, pollUntil } from "./poll-until.ts";
import type { Passing } from "./tampering-proxy.ts";
import { useVendorSandbox, withClockOff } from "./vendor-sandbox.ts";

const sandbox = useVendorSandbox();

describe.each(clients)("$name", (client) => {
  test("starts a template's execution and reads it until it ends", async () => {
    const { Execution: started } = await oos(client, "StartExecution", TEMPLATE);
    expect(started).toMatchObject({ TemplateName: "MyTemplate", Status: "Running" });
    const { ExecutionId } = started;
    const seen = await pollUntil(isFinal, async () => {
      const { Executions, TotalCount } = await oos(client, "ListExecutions", { ExecutionId });
      expect(Executions).toHaveLength(1);
      expect(TotalCount).toBe(1);
      return Executions[0];
    });
    expect(distinct(seen.map((one) => one.ExecutionId))).toEqual([ExecutionId]);
    expect(seen.at(-1)).toMatchObject({ Status: "Success", TemplateName: "MyTemplate" });
    expect(JSON.parse(seen.at(-1)?.Outputs)).toBeTypeOf("object");
    expect(distinct(seen.map(({ Status }) => Status))).toEqual(["Running", "Success"]);
  });

  test("cancels an execution", async () => {
    const { Execution: started } = await oos(client, "StartExecution", TEMPLATE);
    const { ExecutionId } = started;
    expect(await oos(client, "CancelExecution", { ExecutionId })).toEqual({ RequestId: expect.any(String) });
    const seen = await pollUntil(isFinal, async () => {
      const { Executions } = await oos(client, "ListExecutions", { ExecutionId });
      return Executions[0];
    });
    expect(seen.at(-1)).toMatchObject({ ExecutionId, Status: "Cancelled" });
  });

  test("executes an operation and reads its result", async () => {
    const started = await bpstudio(client, "ExecuteOperationASync", OPERATION);
    expect(started).toMatchObject({ Code: "200", Data: expect.any(String) });
    const seen = await pollUntil(
      ({ Status }) => Status === "SUCCESS" || Status === "FAILURE",
      async () => (await bpstudio(client, "GetExecuteOperationResult", { OperationId: started.Data })).Data,
    );
    expect(distinct(seen.map(({ OperationId }) => OperationId))).toEqual([started.Data]);
    expect(seen.at(-1)).toMatchObject({ Status: "SUCCESS", Message: expect.any(String) });
    expect(distinct(seen.map(({ Status }) => Status))).toEqual(["INIT", "RUNNING", "SUCCESS"]);
  });

  test("is let in with a temporary key", async () => {
    const { accessKey } = TEMPORARY_CREDENTIALS;
    const { Executions } = await client.call(sandbox.proxy.host, OOS, "ListExecutions", {}, accessKey);
    expect(Executions).toBeInstanceOf(Array);
  });

  test.each<{ given: string; key: AccessKey; want: Want }>([
    {
      given: "a key that nobody was given",
      key: { id: "nobody", secret: "not-a-secret" },
      want: { code: "InvalidAccessKeyId.NotFound", status: 404 },
    },
    {
      given: "another's secret",
      key: { ...developmentKey(), secret: "not-the-secret" },
      want: { code: "SignatureDoesNotMatch" },
    },
    {
      given: "a temporary key with another token",
      key: { id: "temporary-key", secret: "not-a-secret-either", securityToken: "not-the-token" },
      want: { code: "InvalidStsToken" },
    },
  ])("is refused with $given", async ({ key, want }) => {
    expect(await refusal(client, undefined, key)).toEqual(errorOf(client, want));
  });

  test.each<{ given: string; operation: string; fields: Record<string, string>; want: Want }>([
    {
      given: "a parameter that is missing",
      operation: "CancelExecution",
      fields: {},
      want: { code: "MissingParameter" },
    },
    {
      given: "a parameter that is no number",
      operation: "ListExecutions",
      fields: { MaxResults: "many" },
      want: { code: "InvalidParameter" },
    },
    {
      given: "an execution that there is not",
      operation: "CancelExecution",
      fields: { ExecutionId: "exec-nothing" },
      want: { code: "EntityNotExists.Execution", status: 404 },
    },
  ])("is told of $given", async ({ operation, fields, want }) => {
    expect(await thrown(client, oos(client, operation, fields))).toEqual(errorOf(client, want));
  });

  describe("is refused after one flipped bit", () => {
    test.each(bitsOf(client))("in $given", async ({ flip }) => {
      sandbox.proxy.tamper(flip);
      const refused = flip === inBody ? refusedForm(client) : refusal(client);
      expect(await refused).toEqual(errorOf(client, { code: "SignatureDoesNotMatch" }));
      expect(sandbox.proxy.passed).toHaveLength(1);
    });
  });

  test("is refused when its request is sent again", async () => {
    sandbox.proxy.replay();
    expect(await refusal(client)).toEqual(errorOf(client, { code: "SignatureNonceUsed" }));
  });

  test.each([-14, 14])("is let in by a service whose clock is %i minutes off", async (minutes) => {
    const listed = await withClockOff(minutes, (host) => client.call(host, OOS, "ListExecutions", {}));
    expect(listed.Executions).toBeInstanceOf(Array);
  });

  test.each([-16, 16])("is refused by a service whose clock is %i minutes off", async (minutes) => {
    const refused = await withClockOff(minutes, (host) => refusal(client, host));
    expect(refused).toEqual(errorOf(client, { code: "InvalidTimeStamp.Expired" }));
  });
});

const TEMPLATE = { TemplateName: "MyTemplate", RegionId: "cn-hangzhou", Parameters: '{"Status":"Running"}' };

const OPERATION = {
  ServiceType: "ecs",
  Operation: "modifyInstanceType",
  Attributes: JSON.stringify({ instanceId: "i-1", regionId: "cn-beijing", note: "ü & 100 % *~" }),
};

const isFinal = ({ Status }: Body): boolean => ["Success", "Failed", "Cancelled"].includes(Status);

function oos(client: AlibabaClient, operation: string, fields: Record<string, string>): Promise<Body> {
  return client.call(sandbox.proxy.host, OOS, operation, fields);
}

function bpstudio(client: AlibabaClient, operation: string, fields: Record<string, string>): Promise<Body> {
  return client.call(sandbox.proxy.host, BPSTUDIO, operation, fields);
}

/** The error that a client throws where it should be refused. */
function refusal(client: AlibabaClient, host = sandbox.proxy.host, key?: AccessKey): Promise<object> {
  const fields = { ExecutionId: "exec-123456", RegionId: "cn-hangzhou" };
  return thrown(client, client.call(host, OOS, "ListExecutions", fields, key));
}

/** The same where what is sent is a form. */
function refusedForm(client: AlibabaClient): Promise<object> {
  return thrown(client, bpstudio(client, "ExecuteOperationASync", OPERATION));
}

async function thrown(client: AlibabaClient, call: Promise<Body>): Promise<object> {
  const error = await call
    .then((body) => new Error(`was let in: ${JSON.stringify(body)}`))
    .catch((reason: unknown) => reason);
  return client.describe(error);
}

/** pop-core has no class of its own: it names a plain `Error` after the code. */
function errorOf({ name }: AlibabaClient, { code, status = 400 }: Want): object {
  return { is: name.includes("openapi-core") ? "ClientError" : `${code}Error`, code, status };
}

interface Want {
  readonly code: string;
  readonly status?: number;
}

function bitsOf({ signs, sends }: AlibabaClient): { given: string; flip: (passing: Passing) => Passing }[] {
  const query = { given: "the query", flip: inQuery("ExecutionId") };
  const form = { given: "the form", flip: inBody };
  if (signs === "header") {
    return [
      query,
      form,
      { given: "a signed header", flip: inHeader("x-acs-signature-nonce") },
      { given: "the hash of the body", flip: inHeader("x-acs-content-sha256") },
      { given: "the signature", flip: inSignature },
    ];
  }
  const signature = { given: "the signature", flip: inSignatureParameter };
  if (sends === "form") return [form, signature];
  const nonce = { given: "the nonce", flip: inQuery("SignatureNonce") };
  return sends === "query" ? [query, nonce, signature] : [query, form, nonce, signature];
}
