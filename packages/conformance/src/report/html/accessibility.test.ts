import axe, { type AxeResults } from "axe-core";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromium, launchChromium, withoutChromium } from "../../../test/chromium.ts";
import { documents } from "../../../test/providers.ts";
import { rowOf, SAMPLE } from "../../../test/sample-report.ts";
import type { Document } from "../../document/document.ts";
import { coverageMaps } from "../../evidence/coverage-maps.ts";
import { createCoverage } from "../../evidence/create-coverage.ts";
import { formatHtml } from "./format-html.ts";

const [document] = documents as [Document, ...Document[]];
const evidence = createCoverage(document, { kind: "live" }).toEvidence();
const PAGE = formatHtml([
  rowOf({ ...SAMPLE, evidence, coverage: [...(SAMPLE.coverage ?? []), ...coverageMaps(evidence)] }),
  rowOf({ ...SAMPLE, provider: "b" }),
]);

describe.skipIf(chromium === undefined)(
  `all of axe's rules, WCAG 2.2 AA among them${withoutChromium}`,
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchChromium();
    }, 60_000);
    afterAll(() => browser?.close());

    test.each([
      { scheme: "light", width: 1280 },
      { scheme: "dark", width: 1280 },
      { scheme: "light", width: 400 },
      { scheme: "dark", width: 400 },
    ])("in $scheme, $width pixels wide", async ({ scheme, width }) => {
      expect(await mistakesIn(PAGE, scheme, width)).toEqual([]);
    });

    test.each([
      { name: "an image that says nothing", given: '<img src="data:,">', want: "image-alt" },
      {
        name: "what is too pale",
        given: '<p style="color:#bbb;background:#fff">text</p>',
        want: "color-contrast",
      },
    ])("and they do find $name", async ({ given, want }) => {
      const page = `<!doctype html><html lang="en"><title>t</title><main><h1>h</h1>${given}</main>`;
      expect(await mistakesIn(page)).toEqual([expect.stringContaining(want)]);
    });

    async function mistakesIn(html: string, scheme = "light", width = 1280): Promise<string[]> {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 800 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.setContent(html);
      await openAll(page);
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
      await page.close();
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
      );
    }
  },
);

function openAll(page: Page): Promise<void> {
  return page.$$eval("details", (all) => {
    for (const one of all) one.open = true;
  });
}
