import { describe, expect, test } from "vitest";
import type { AccessKey } from "../../src/authentication/credentials.ts";
import { TEMPORARY_CREDENTIALS } from "../../src/run/credentials.ts";
import { developmentKey } from "./alibaba-clients.ts";
import { inBody, inHeader, inQuery, inSignature, inSignatureParameter } from "./flip-bit.ts";
import { distinct, pollUntil } from "./poll-until.ts";
import { ALIBABA_PYTHON, type Outcome } from "./sdk-process.ts";
import { expectAllParsed, parsed, STARTING, useSdk } from "./use-sdk.ts";
import { useVendorSandbox, withClockOff } from "./vendor-sandbox.ts";

const sandbox = useVendorSandbox();

describe.each([
  { way: "ACS3-HMAC-SHA256", inNonce: inHeader("x-acs-signature-nonce"), inSignature },
  {
    way: "signature v2",
    signatureAlgorithm: "v2",
    inNonce: inQuery("SignatureNonce"),
    inSignature: inSignatureParameter,
  },
])(`${ALIBABA_PYTHON.name}, $way`, { timeout: STARTING }, ({ signatureAlgorithm, ...flips }) => {
  const ask = useSdk(ALIBABA_PYTHON, sandbox, { signatureAlgorithm });

  test("starts a template's execution and reads it until it ends", async () => {
    const started = await parsed(ask({ do: "start", template: "MyTemplate" }));
    expect(started).toMatchObject({
      execution_id: expect.any(String),
      status: "Running",
      template_name: "MyTemplate",
      is_parent: expect.any(Boolean),
    });
    const id = started.execution_id;
    const seen = await pollUntil(isFinal, () => parsed(ask({ do: "read", id })));
    expect(distinct(seen.map(({ executions }) => executions[0].status))).toEqual(["Running", "Success"]);
    const ended = {
      execution_id: id,
      template_name: "MyTemplate",
      outputs: expect.stringMatching(/^{.*}$/),
      start_date: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    };
    expect(seen.at(-1)).toMatchObject({ total_count: 1, executions: [ended] });
    expectAllParsed(sandbox, seen.at(-1).whole);
  });

  test("cancels an execution", async () => {
    const { execution_id: id } = await parsed(ask({ do: "start", template: "MyTemplate" }));
    expect(await ask({ do: "cancel", id })).toEqual({ value: { request_id: expect.any(String) } });
    const seen = await pollUntil(isFinal, () => parsed(ask({ do: "read", id })));
    expect(seen.at(-1).executions).toMatchObject([{ execution_id: id, status: "Cancelled" }]);
  });

  test("executes an operation and reads its result", async () => {
    const started = await parsed(ask({ do: "operate" }));
    expect(started).toEqual({ code: "200", data: expect.any(String), request_id: expect.any(String) });
    const id = started.data;
    const seen = await pollUntil(
      ({ status }) => status === "SUCCESS" || status === "FAILURE",
      () => parsed(ask({ do: "result", id })),
    );
    expect(distinct(seen.map(({ status }) => status))).toEqual(["INIT", "RUNNING", "SUCCESS"]);
    expect(seen.at(-1)).toMatchObject({ code: "200", operation_id: id, message: expect.any(String) });
    expectAllParsed(sandbox, seen.at(-1).whole);
  });

  test("is let in with a temporary key", async () => {
    const command = { do: "read", id: "exec-nothing" };
    expect(await parsed(ask(command, TEMPORARY_CREDENTIALS.accessKey))).toMatchObject({ executions: [] });
  });

  test("is told of an execution that there is not", async () => {
    const want = clientException("EntityNotExists.Execution", 404);
    expect(await ask({ do: "cancel", id: "exec-nothing" })).toEqual(want);
  });

  test.each<{ given: string; key: AccessKey; want: Outcome }>([
    {
      given: "a key that nobody was given",
      key: { id: "nobody", secret: "not-a-secret" },
      want: clientException("InvalidAccessKeyId.NotFound", 404),
    },
    {
      given: "another's secret",
      key: { ...developmentKey(), secret: "not-the-secret" },
      want: clientException("SignatureDoesNotMatch"),
    },
  ])("is refused with $given", async ({ key, want }) => {
    expect(await ask({ do: "read", id: "exec-123456" }, key)).toEqual(want);
  });

  test.each([
    { given: "the query", flip: inQuery("ExecutionId"), command: { do: "read", id: "exec-123456" } },
    { given: "the form", flip: inBody, command: { do: "operate" } },
    { given: "the nonce", flip: flips.inNonce, command: { do: "operate" } },
    { given: "the signature", flip: flips.inSignature, command: { do: "operate" } },
  ])("is refused after one flipped bit in $given", async ({ flip, command }) => {
    sandbox.proxy.tamper(flip);
    expect(await ask(command)).toEqual(clientException("SignatureDoesNotMatch"));
    expect(sandbox.proxy.passed).toHaveLength(1);
  });

  test("is refused when its request is sent again", async () => {
    sandbox.proxy.replay();
    expect(await ask({ do: "operate" })).toEqual(clientException("SignatureNonceUsed"));
  });

  test.each([-16, 16])("is refused by a service whose clock is %i minutes off", async (minutes) => {
    const refused = await withClockOff(minutes, (host) => ask({ do: "operate", host }));
    expect(refused).toEqual(clientException("InvalidTimeStamp.Expired"));
  });
});

function isFinal({ executions }: Outcome["value"]): boolean {
  return ["Success", "Failed", "Cancelled"].includes(executions[0].status);
}

function clientException(code: string, status = 400): Outcome {
  return { error: { is: "ClientException", code, status } };
}
