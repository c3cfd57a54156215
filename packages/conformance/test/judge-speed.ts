// How many recorded exchanges are judged in a second on one core:
//   taskset -c 0 node packages/conformance/test/judge-speed.ts [exchanges] [rounds]
import { rmSync } from "node:fs";
import { mkdtemp, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRedactorOf } from "../src/redaction/redactor-of.ts";
import { runCheck } from "../src/run/run-check.ts";
import { sendTo } from "../src/sandbox/answer.ts";
import { createSandbox } from "../src/sandbox/create-sandbox.ts";
import { defaultBasePath } from "../src/sandbox/find-operation.ts";
import { cassetteHeader } from "../src/traffic/cassette-header.ts";
import { judgeRecording } from "../src/traffic/judge-recording.ts";
import { openRecording } from "../src/traffic/open-recording.ts";
import { recordExchange } from "../src/traffic/record-exchange.ts";
import type { Exchange } from "../src/wire/exchange.ts";
import { document as acme, benchOf } from "./acme-jobs.ts";
import { documents } from "./providers.ts";

const [wanted = 40_000, rounds = 3] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), "settled-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

for (const document of [acme, ...documents]) {
  const { respond } = await createSandbox({ documents: [document] });
  const bench = benchOf(document, `http://sandbox.invalid${defaultBasePath(document)}`);
  const exchanges: Exchange[] = [];
  await runCheck({
    ...bench,
    send: sendTo(respond),
    targetKind: "sandbox",
    onRun: (_, run) => run && exchanges.push(run.exchange),
  });
  const redactor = createRedactorOf(document);
  const lines = exchanges.map((exchange) => recordExchange(exchange, redactor));
  const many = Array.from({ length: wanted }, (_, index) => lines[index % lines.length]);
  const startedAt = "2026-11-22T00:00:00.000Z";
  const header = cassetteHeader(document, { target: "http://sandbox.invalid", kind: "traffic", startedAt });
  const cassette = join(folder, `${document.name}.jsonl`);
  const har = join(folder, `${document.name}.har`);
  await writeFile(cassette, [header, ...many].map((line) => JSON.stringify(line)).join("\n"));
  await writeFile(har, JSON.stringify({ log: { version: "1.2", entries: many.map(toEntry) } }));
  for (const file of [cassette, har]) {
    const rates: number[] = [];
    let judged = 0;
    for (let round = 0; round < rounds; round += 1) {
      const cpu = process.cpuUsage();
      const started = performance.now();
      const { row } = await judgeRecording(await openRecording(file), bench);
      const wall = (performance.now() - started) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      judged = row.cases;
      rates.push(judged / wall, judged / ((user + system) / 1e6));
    }
    const best = (offset: number) => Math.round(Math.max(...rates.filter((_, at) => at % 2 === offset)));
    const { size } = await stat(file);
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    console.log(
      `${document.name} ${file.endsWith(".har") ? "HAR" : "cassette"}: ${judged} exchanges, ${Math.round(size / judged)} bytes each; ${best(0)}/s by the clock, ${best(1)}/s of CPU; ${memory} MB resident`,
    );
  }
}

function toEntry(line: ReturnType<typeof recordExchange> | undefined): object {
  const { request, response } = line as Required<ReturnType<typeof recordExchange>>;
  const named = (headers: readonly (readonly [string, string])[]) =>
    headers.map(([name, value]) => ({ name, value }));
  const type = (headers: readonly (readonly [string, string])[]) =>
    headers.find(([name]) => name === "content-type")?.[1] ?? "";
  return {
    startedDateTime: new Date(request.sentAt).toISOString(),
    time: 12.5,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: "HTTP/1.1",
      headers: named(request.headers),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: (request.text ?? "").length,
      ...(request.text !== undefined && {
        postData: { mimeType: type(request.headers), text: request.text },
      }),
    },
    response: {
      status: response.status,
      statusText: "",
      httpVersion: "HTTP/1.1",
      headers: named(response.headers),
      cookies: [],
      content: {
        size: Buffer.byteLength(response.text ?? ""),
        mimeType: type(response.headers),
        text: response.text ?? "",
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 12.5, receive: 0 },
  };
}
