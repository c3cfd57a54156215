import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { type RunningServer, startServer } from "./server.ts";

const run = promisify(execFile);
const DAY = 86_400_000;

const folder = sharedFolder();
let server: RunningServer;
let file: string;

beforeAll(async () => {
  file = join(folder, "certificate.pem");
  server = await startServer(async ({ url }) => ({ status: 200, headers: {}, body: url }), { https: true });
  await writeFile(file, server.certificate ?? "");
});
afterAll(() => server.close());

const at = (host: string) => server.origin.replace("127.0.0.1", host);

test("the origin says that it is HTTPS, and only then there is a certificate", async () => {
  const plain = await startServer(async () => ({ status: 200, headers: {} }));
  await plain.close();
  expect([server.origin, plain.origin]).toEqual([
    expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
    expect.stringMatching(/^http:/),
  ]);
  expect([typeof server.certificate, plain.certificate]).toEqual(["string", undefined]);
});

test("the certificate is for this machine, for 30 days, and vouches for nobody else", () => {
  const { subjectAltName, validFromDate, validToDate, ca, publicKey } = new X509Certificate(
    server.certificate ?? "",
  );
  expect(subjectAltName).toBe("DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1");
  expect([ca, publicKey.asymmetricKeyDetails?.namedCurve]).toEqual([false, "prime256v1"]);
  expect(validFromDate.getTime()).toBeLessThan(Date.now());
  expect(Math.round((validToDate.getTime() - Date.now()) / DAY)).toBe(30);
});

test("each server makes its own", async () => {
  const other = await startServer(async () => ({ status: 200, headers: {} }), { https: true });
  await other.close();
  expect(other.certificate).not.toBe(server.certificate);
});

describe.each(["127.0.0.1", "localhost"])("who trusts it may ask %s", (host) => {
  test("with node:https", async () => {
    const outgoing = request(`${at(host)}/a`, { ca: server.certificate, family: 4 });
    outgoing.end();
    const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
    let text = "";
    for await (const chunk of incoming) text += chunk;
    expect(text).toBe(`${at(host)}/a`);
  });

  test("with fetch and NODE_EXTRA_CA_CERTS", async () => {
    const code = `const r = await fetch("${at(host)}/b"); console.log(await r.text())`;
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: file };
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", code], { env });
    expect(stdout).toBe(`${at(host)}/b\n`);
  });

  test("with curl", async ({ skip }) => {
    const found = await run("curl", ["--version"]).catch(() => undefined);
    if (!found) skip("there is no curl");
    const { stdout } = await run("curl", ["-sS", "--cacert", file, `${at(host)}/c`]);
    expect(stdout).toBe(`${at(host)}/c`);
  });
});

test("who does not trust it is warned", async () => {
  const outgoing = request(server.origin);
  outgoing.end();
  const [error] = (await once(outgoing, "error").catch((cause: unknown) => [cause])) as [
    NodeJS.ErrnoException,
  ];
  expect(error.code).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
});
