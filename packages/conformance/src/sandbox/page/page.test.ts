import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { LET_IN, linkedJobs, START } from "../../../test/linked-jobs.ts";
import { type RunningServer, startServer } from "../../adapters/server.ts";
import { createSandbox, type Sandbox } from "../create-sandbox.ts";
import { pageAnswer } from "./page.ts";

const chromium = findChromium();
const reason = chromium === undefined ? ": skipped, since there is no Chromium (CHROMIUM_PATH)" : "";
const PATIENCE = { timeout: 15_000 };

test("the page is one file that asks for nothing from elsewhere, and says so", () => {
  const { headers, body } = pageAnswer();
  const text = String(body);
  expect(text.match(/(?:src|href)=(?!"data:,")/g)).toBeNull();
  expect(text.match(/<script>/g)).toHaveLength(1);
  expect(headers["content-security-policy"]).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; connect-src 'self'; /,
  );
});

describe.skipIf(chromium === undefined)(`in a browser${reason}`, () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let server: RunningServer;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    const args = ["--no-sandbox", "--disable-gpu"];
    browser = await puppeteer.launch({ executablePath: chromium as string, args });
  }, 60_000);
  afterAll(() => browser.close());

  beforeEach(async () => {
    sandbox = await createSandbox({ documents: [linkedJobs] });
    server = await startServer(sandbox.respond);
    page = await browser.newPage();
    complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(server.origin, { waitUntil: "networkidle0" });
  }, 30_000);
  afterEach(async () => {
    await page.close();
    await server.close();
    expect(complaints).toEqual([]);
  });

  const text = (selector: string) => page.$eval(selector, (element) => element.textContent ?? "");
  const rows = (id: string) =>
    page.$$eval(`#${id} tr`, (found) =>
      found.map((row) => [...row.children].map(({ textContent }) => textContent)),
    );
  const start = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(`${server.origin}/jobs`, {
      ...START,
      headers: { ...START.headers, ...headers },
    });
    return ((await answer.json()) as { "job-id": string })["job-id"];
  };
  const labelled = (label: string) => page.waitForSelector(`[aria-label="${label}"]`, PATIENCE);
  const stateOf = (id: string) => sandbox.services[0]?.world.executions().find((one) => one.id === id)?.state;

  test("it shows where the service is, and how to get in", async () => {
    await page.waitForSelector("article");
    const card = await text("article");
    expect(card).toContain(`${server.origin}/tenants/main/v3`);
    expect(card).toContain("user developer, password not-a-password");
    expect(card).toContain("curl -X POST");
  });

  test("it shows an execution that somebody starts, and how it goes", { timeout: 30_000 }, async () => {
    const id = await start();
    await labelled(`Fail ${id}`);
    expect(await rows("executions")).toEqual([
      [
        id,
        "acme-jobs",
        "startJob",
        expect.stringMatching(/^\d\d:\d\d:\d\d$/),
        "notStarted",
        "0 %",
        expect.any(String),
      ],
    ]);
    for (let poll = 0; poll < 4; poll += 1) await fetch(`${server.origin}/jobs/${id}`, LET_IN);
    await page.waitForSelector("#executions .succeeded", PATIENCE);
    expect((await rows("executions"))[0]?.slice(4, 6)).toEqual(["succeeded", "100 %"]);
    expect(await text("#news")).toBe(`startJob ${id} is succeeded.`);
  });

  test("a button steers it, and keeps the focus", { timeout: 30_000 }, async () => {
    const id = await start();
    const wait = await labelled(`Wait ${id}`);
    await wait?.click();
    for (let poll = 0; poll < 4; poll += 1) await fetch(`${server.origin}/jobs/${id}`, LET_IN);
    await page.waitForSelector("#executions .waiting", PATIENCE);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(`Wait ${id}`);
    expect(stateOf(id)).toBe("waiting");
  });

  test("everything is reached and done by keyboard", { timeout: 30_000 }, async () => {
    const id = await start();
    await labelled(`Fail ${id}`);
    const reached: string[] = [];
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        return (
          element?.getAttribute("aria-label") ?? element?.getAttribute("name") ?? element?.textContent ?? ""
        );
      });
    do {
      await page.keyboard.press("Tab");
      reached.push(await focused());
      if (reached.at(-1) === `Fail ${id}`) await page.keyboard.press("Enter");
    } while (reached.at(-1) !== "Start all over" && reached.length < 60);
    expect(reached).toEqual(
      expect.arrayContaining([
        ...[
          "Try it with curl",
          `Succeed ${id}`,
          `Expire ${id}`,
          "Forget the refusals",
          "operation",
          "outcome",
        ],
        ...["throttled", "Add the rule", "advance", "Let all sessions lapse", "Start all over"],
      ]),
    );
    for (let poll = 0; poll < 4; poll += 1) await fetch(`${server.origin}/jobs/${id}`, LET_IN);
    expect(stateOf(id)).toBe("failed");
  });

  test("it shows what was refused, and why", async () => {
    await fetch(`${server.origin}/jobs/1`);
    await page.waitForSelector("#refusals tr", PATIENCE);
    const [[, ...refusal] = []] = await rows("refusals");
    expect(refusal).toEqual([
      "acme-jobs",
      "getJob",
      "GET /jobs/1",
      expect.stringContaining("credentialsMissing"),
    ]);
    expect(await text("#news")).toBe("getJob was refused: credentialsMissing.");
    await page.click("#forget");
    await page.waitForSelector("#refusals-none:not([hidden])", PATIENCE);
    expect(sandbox.journal.list()).toEqual([]);
  });

  test("a rule is added with the form and taken back", async () => {
    await page.type("[name=operation]", "getHealth");
    await page.type("[name=status]", "503");
    await page.type("[name=times]", "2");
    await page.keyboard.press("Enter");
    const remove = await labelled("Remove rule 1");
    expect(sandbox.rules.list()).toEqual([{ id: "1", operation: "getHealth", status: 503, times: 2 }]);
    expect((await rows("rules"))[0]?.slice(0, 3)).toEqual(["getHealth", "status 503", "2 more"]);
    await remove?.click();
    await page.waitForSelector("#rules-none:not([hidden])", PATIENCE);
    expect(sandbox.rules.list()).toEqual([]);
  });

  test("what a form cannot mean is told", async () => {
    await page.type("[name=advance]", "soon");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#problem")?.textContent, PATIENCE);
    expect(await text("#problem")).toMatch(/^not a duration: "soon"\. Expected: /);
    // A browser tells of every answer that is no success.
    complaints = complaints.filter((complaint) => !complaint.includes("status of 400"));
  });

  test("the clock is put forward", async () => {
    await page.type("[name=advance]", "PT1H");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#ahead")?.textContent, PATIENCE);
    expect(await text("#ahead")).toBe(", 1 h 0 min ahead of this machine");
  });

  test("what looks like markup is text", async () => {
    const evil = "<img src=x onerror=\"document.title='broken into'\">";
    const [service] = sandbox.services;
    const execution = { id: evil, operation: evil, state: "running", progress: 0, startedAt: 0 };
    Object.assign(service?.world ?? {}, { executions: () => [execution] });
    await fetch(`${server.origin}/jobs/${encodeURIComponent(evil)}?site=${encodeURIComponent(evil)}`, {
      headers: { "x-acme-token": "<script>document.title = 'broken into'</script>" },
    });
    await page.waitForSelector("#executions tr", PATIENCE);
    await page.waitForSelector("#refusals tr", PATIENCE);
    expect((await rows("executions"))[0]?.slice(0, 3)).toEqual([evil, "acme-jobs", evil]);
    expect(await page.$$eval("main img, main script", (found) => found.length)).toBe(0);
    expect(await page.title()).toBe("Settled sandbox");
  });

  test.each([
    { width: 400, scheme: "light", want: "rgb(255, 255, 255)" },
    { width: 1280, scheme: "dark", want: "rgb(20, 23, 26)" },
  ])("$width wide and $scheme, it fits and is in its colours", async ({ width, scheme, want }) => {
    await start();
    await fetch(`${server.origin}/jobs/1`);
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.waitForSelector("#refusals tr", PATIENCE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(want);
  });

  test("it says when the sandbox is gone", { timeout: 30_000 }, async () => {
    await page.waitForSelector("article");
    await server.close();
    await page.waitForFunction(() => document.querySelector("#news")?.textContent, PATIENCE);
    expect(await text("#news")).toBe("The sandbox does not answer.");
    complaints = complaints.filter((complaint) => !complaint.includes("ERR_CONNECTION_REFUSED"));
  });
});

function findChromium(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = ["chromium", "chromium-browser", "google-chrome"].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  return paths.find((path) => existsSync(path));
}
