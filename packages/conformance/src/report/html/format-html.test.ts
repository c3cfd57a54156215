import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromium, launchChromium, withoutChromium } from "../../../test/chromium.ts";
import { documents } from "../../../test/providers.ts";
import { entryOf, reportOf, rowOf, SAMPLE } from "../../../test/sample-report.ts";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { coverageMaps } from "../../evidence/coverage-maps.ts";
import { createCoverage } from "../../evidence/create-coverage.ts";
import { VERDICTS } from "../report.ts";
import { formatHtml } from "./format-html.ts";

const EVIL = `<img src=x onerror="document.title='owned'"></script><script>document.title='owned'</script><!--`;

/** Five hundred findings of a hundred cases, each with an exchange of a usual size. */
const LARGE = reportOf(
  Array.from({ length: 500 }, (_, index) =>
    entryOf({
      operation: `getThingNumber${Math.floor(index / 25)}`,
      case: `${200 + (Math.floor(index / 5) % 5)} case${Math.floor(index / 5)}`,
      check:
        (["request", "status-code", "content-type", "response-schema", "client-result"] as const)[
          index % 5
        ] ?? "request",
      verdict: VERDICTS[index % 7] ?? "pass",
      ...(index % 7 === 2 && { errata: ["odd"] }),
      expected: "application/vnd.acme.jobs-v3+json;charset=UTF-8",
      received: "application/vnd.acme.jobs-v3+json;charset=UTF-8",
      curl: `curl 'https://jobs.acme.example/tenants/main/v3/jobs/f61d60d2-698a-46dc-a266-88df27644956?n=${index}' -H 'accept: application/json' -H 'x-acme-token: REDACTED'`,
    }),
  ),
  {
    cases: Array.from({ length: 100 }, (_, index) => ({
      operation: `getThingNumber${Math.floor(index / 5)}`,
      case: `${200 + (index % 5)} case${index}`,
      request: {
        method: "GET",
        url: "https://jobs.acme.example/tenants/main/v3/jobs/1",
        headers: [["accept", "a/b"]],
      },
      response: {
        status: 200,
        headers: [["content-type", "application/json"]],
        body: { text: `{"text":"${"lorem ipsum ".repeat(60)}"}`, bytes: 800 },
      },
    })),
  },
);

describe("the page", () => {
  test("has its policy first, and nothing from elsewhere", () => {
    const html = formatHtml([rowOf(SAMPLE)]);
    expect(html).toMatch(
      /<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src &apos;none&apos;/,
    );
    expect(html).not.toMatch(/<(link|iframe|object|img|base)\b| src=| style=| on\w+=|@import|url\(/i);
  });

  test("lists what nobody has shown, and nothing that somebody has", () => {
    const html = formatHtml([rowOf(SAMPLE)]);
    expect(html).toMatch(
      /<summary>1 points not seen, sandbox<\/summary>.*<dl>\s*<dt><code>getJob<\/code><dd>values of 200 application\/json #\/state <code>"&lt;b&gt;"<\/code>/,
    );
    expect(html).not.toContain("<dd>status");
  });

  // Of what is promised, such a run shows this: the statuses of a hundred cases, and half of what is within them.
  test.each(documents)(
    "is small for 500 findings of $name, its exchanges and its evidence included",
    (document) => {
      const { points, ...rest } = createCoverage(document, { kind: "live" }).toEvidence();
      const statuses = points.filter(({ kind }) => kind === "status").slice(0, 100);
      const asked = new Set(statuses.map(({ operation, name }) => `${operation} ${name}`));
      const evidence = {
        ...rest,
        points: points.map((point, index) => {
          const { operation, kind, name } = point;
          const isAsked =
            kind === "operation"
              ? statuses.some((one) => one.operation === operation)
              : asked.has(`${operation} ${name.split(" ", 1)}`);
          const isWithin = kind === "field" || kind === "value";
          return isAsked && !(isWithin && index % 2 === 0) ? { ...point, seen: [0] } : point;
        }),
      };
      const operations = document.operations.map(({ responses, ...operation }) => {
        return { ...operation, statuses: Object.keys(responses) };
      });
      const html = formatHtml([rowOf({ ...LARGE, operations, evidence, coverage: coverageMaps(evidence) })]);
      expect(html).toMatch(/<summary>\d+ points not seen, live/);
      expect(Buffer.byteLength(html)).toBeLessThan(290_000);
    },
  );

  test("is the same twice", () => {
    expect(formatHtml([rowOf(LARGE)])).toBe(formatHtml([rowOf(structuredClone(LARGE))]));
  });
});

describe.skipIf(chromium === undefined)(`in a browser${withoutChromium}`, { timeout: 60_000 }, () => {
  let browser: Browser;
  const noise: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser?.close());

  async function open(html: string): Promise<Page> {
    const file = join(temporaryFolder(), "report.html");
    await writeFile(file, html);
    const page = await browser.newPage();
    noise.length = 0;
    page.on("console", (message) => noise.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => noise.push(String(error)));
    page.on("request", (request) => {
      if (request.url() !== pathToFileURL(file).href) noise.push(`loads ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  const shown = (page: Page) => page.$eval("#shown", ({ textContent }) => textContent);
  const visible = (page: Page) =>
    page.$$eval("tr[data-verdict]", (rows) =>
      rows
        .filter((row) => row.getClientRects().length > 0)
        .map((row) => {
          const check = row.querySelector("th")?.firstChild?.textContent?.trim();
          return [row.closest("tbody")?.dataset.operation, check, (row as HTMLElement).dataset.verdict].join(
            " ",
          );
        }),
    );

  test("opens from a disk without a word on the console", async () => {
    const page = await open(formatHtml([rowOf(SAMPLE), rowOf({ ...SAMPLE, provider: "b" })]));
    expect(await shown(page)).toBe("14 of 14 findings shown");
    expect(noise).toEqual([]);
  });

  test.each([
    {
      name: "an operation",
      act: (page: Page) => page.select("[name=operation]", "getHealth"),
      want: ["getHealth response-schema erratum", "getHealth status-code skip"],
    },
    {
      name: "a check",
      act: (page: Page) => page.select("[name=check]", "status-code"),
      want: [
        "getJob status-code pass",
        "getJob status-code fail",
        "getHealth status-code skip",
        "cancelJob status-code error",
      ],
    },
    {
      name: "a verdict",
      act: async (page: Page) => {
        for (const verdict of ["pass", "skip", "erratum", "vacuous", "fail"])
          await page.click(`[value=${verdict}]`);
      },
      want: ["cancelJob status-code error"],
    },
    {
      name: "words of a finding",
      act: (page: Page) => page.type("[name=text]", "50%, code"),
      want: ["getJob response-schema fail"],
    },
    {
      name: "words of an exchange, for all that share it",
      act: (page: Page) => page.type("[name=text]", "gone"),
      want: ["getJob status-code fail", "getJob response-schema fail", "getJob response-schema vacuous"],
    },
    { name: "what nobody has", act: (page: Page) => page.type("[name=text]", "nobody"), want: [] },
  ])("filters by $name, and shows all again", async ({ act, want }) => {
    const page = await open(formatHtml([rowOf(SAMPLE)]));
    await act(page);
    expect(await visible(page)).toEqual(want);
    expect(await shown(page)).toBe(`${want.length} of 7 findings shown`);
    expect(await page.$eval("#nothing", (nothing) => (nothing as HTMLElement).hidden)).toBe(want.length > 0);
    await page.click("[type=reset]");
    await page.waitForFunction(
      () => document.querySelector("#shown")?.textContent === "7 of 7 findings shown",
    );
    expect(noise).toEqual([]);
  });

  test("filters by provider", async () => {
    const page = await open(formatHtml([rowOf(SAMPLE), rowOf({ ...SAMPLE, provider: "b" })]));
    await page.select("[name=provider]", "b");
    expect(await shown(page)).toBe("7 of 14 findings shown");
  });

  test("a cell of the map leads to its findings, also where a filter hides them", async () => {
    const page = await open(formatHtml([rowOf(SAMPLE)]));
    await page.type("[name=text]", "nobody");
    await page.click("a.cell.fail");
    expect(await shown(page)).toBe("7 of 7 findings shown");
    const focused = await page.evaluate(() =>
      document.activeElement?.querySelector(".case")?.textContent?.trim(),
    );
    expect(focused).toBe("getJob 404 JobNotFound");
  });

  test("every control can be reached by the keyboard, and says what it is", async () => {
    const page = await open(formatHtml([rowOf(SAMPLE)]));
    const reached: string[] = [];
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const label =
          element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.textContent;
        return element === document.body
          ? ""
          : `${element.tagName} ${(label ?? element.textContent ?? "").trim().slice(0, 40)}`;
      });
      if (name === "") break;
      reached.push(name);
    }
    expect(reached[0]).toBe("A Skip to the findings");
    for (const start of [
      "DIV acme-jobs: Operations by documented",
      "A ✕ 0/3: getJob 404, fail",
      "INPUT Search",
      "SELECT Operation",
      "SELECT Check",
      "INPUT 1 pass",
      "BUTTON Show all",
      "SUMMARY What was sent",
    ]) {
      expect(
        reached.some((name) => name.startsWith(start)),
        start,
      ).toBe(true);
    }
  });

  test("a screen reader finds landmarks, headings, tables with captions and heads", async () => {
    const page = await open(formatHtml([rowOf(SAMPLE)]));
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
    for (const role of [
      "main",
      "search",
      "table",
      "caption",
      "columnheader",
      "rowheader",
      "heading",
      "status",
    ]) {
      expect(tree).toContain(`"role":"${role}"`);
    }
    const headless = await page.$$eval(
      "table",
      (tables) => tables.filter((table) => !table.caption || !table.querySelector("th[scope=col]")).length,
    );
    expect(headless).toBe(0);
  });

  test("what a service sends stays text", async () => {
    const evil = reportOf(
      [
        entryOf({
          verdict: "fail",
          expected: EVIL,
          received: EVIL,
          curl: EVIL,
          case: EVIL,
          operation: EVIL,
        }),
      ],
      {
        provider: EVIL,
        target: EVIL,
        documentation: { url: "javascript:document.title='owned'", description: EVIL },
        errata: { [EVIL]: EVIL },
        cases: [
          {
            operation: EVIL,
            case: EVIL,
            request: { method: EVIL, url: EVIL, headers: [[EVIL, EVIL]] },
            lost: EVIL,
          },
        ],
        evidence: {
          version: 1,
          sources: [{ kind: "live", tenant: EVIL }],
          points: [{ operation: EVIL, kind: "field", name: EVIL, seen: [] }],
        },
        coverage: [
          {
            title: EVIL,
            columns: [EVIL],
            rows: [{ name: EVIL, cells: [{ seen: 1, of: 1, label: EVIL }] }],
          },
        ],
      },
    );
    const page = await open(formatHtml([rowOf(evil)]));
    expect(await page.title()).not.toBe("owned");
    expect(await page.$$eval("img, script", (found) => found.length)).toBe(1);
    expect(await page.$$eval('[href^="javascript"]', (found) => found.length)).toBe(0);
    expect(noise).toEqual([]);
  });

  test("nothing is wider than a phone", async () => {
    const name = `200 application/vnd.acme.jobs-v3+json;charset=UTF-8 #${"/aLongNameWithoutAnyBreak".repeat(9)}`;
    const points = [{ operation: "getJob", kind: "field" as const, name, seen: [] }];
    const evidence = { version: 1 as const, sources: [{ kind: "live" as const }], points };
    const page = await open(formatHtml([rowOf({ ...LARGE, evidence })]));
    await page.$$eval("details", (all) => {
      for (const one of all) one.open = true;
    });
    await page.setViewport({ width: 400, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  });

  test.each(["light", "dark"])("texts can be read in %s", async (scheme) => {
    const page = await open(formatHtml([rowOf(SAMPLE)]));
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const contrasts = await page.$$eval(".verdict, td > b, a.cell, .faint, .facts", (elements) => {
      const parse = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const light = (colour: number[]) =>
        [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
          const channel = (colour[index] ?? 0) / 255;
          return sum + weight * (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
        }, 0);
      return elements.map((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        const below = parse(backgroundColor);
        const ground = below[3] === 0 ? parse(getComputedStyle(document.body).backgroundColor) : below;
        const [a, b] = [light(parse(color)), light(ground)].sort((x, y) => y - x) as [number, number];
        return (a + 0.05) / (b + 0.05);
      });
    });
    // WCAG 2.2, 1.4.3.
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
  });
});
