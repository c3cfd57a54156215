import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { bundle } from "bench/src/bundle.ts";

/**
 * Runs the consumer's program in a page of headless Chromium. The page's origin passes its calls on to the sandbox, as
 * a back end would: a browser asks a service of another origin for its leave.
 */
export async function runInBrowser(chromium: string, folder: string, url: string): Promise<string> {
  const script = await bundle(
    `import { program } from "./program.js";
const told = (body) => fetch("/told", { method: "POST", body });
program(location.origin + ${JSON.stringify(new URL(url).pathname)}).then(told, (error) => told(error.stack));`,
    folder,
  );
  const { promise: told, resolve } = Promise.withResolvers<string>();
  const server = createServer(async (request, response) => {
    if (request.url === "/")
      return answer(response, "text/html", '<script type="module" src="/a.js"></script>');
    if (request.url === "/a.js") return answer(response, "text/javascript", script);
    if (request.url !== "/told") return passOn(request, response, new URL(url).origin);
    resolve(await text(request));
    answer(response, "text/plain", "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const profile = await mkdtemp(join(tmpdir(), "settled-browser-"));
  const flags = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    `--user-data-dir=${profile}`,
  ];
  const browser = spawn(chromium, [...flags, `http://127.0.0.1:${port}/`], {
    stdio: "ignore",
    detached: true,
  });
  const gone = once(browser, "exit");
  try {
    return await Promise.race([told, wait(60_000, "the page says nothing", { ref: false })]);
  } finally {
    // With all that it started.
    if (browser.pid !== undefined) process.kill(-browser.pid, "SIGKILL");
    await gone;
    server.closeAllConnections();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function answer(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { "content-type": type }).end(body);
}

/** With the host that the page asked: it is signed too. */
function passOn(request: IncomingMessage, response: ServerResponse, origin: string): void {
  const { method, headers } = request;
  const passed = ask(new URL(request.url ?? "/", origin), { method, headers }, (got) => {
    response.writeHead(got.statusCode ?? 502, got.headers);
    got.pipe(response);
  });
  passed.on("error", ({ message }) => response.destroy(new Error(message)));
  request.pipe(passed);
}
