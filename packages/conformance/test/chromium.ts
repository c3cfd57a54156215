import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Where the browser is, by `CHROMIUM_PATH` or the `PATH`; `undefined`: nowhere. */
export const chromium: string | undefined = [
  process.env.CHROMIUM_PATH,
  ...(process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name))),
].find((path) => path !== undefined && existsSync(path));

/** What a test is called besides, where it is skipped for want of a browser. */
export const withoutChromium: string = chromium
  ? ""
  : " (skipped: no Chromium at CHROMIUM_PATH or on the PATH)";

export function launchChromium(): Promise<Browser> {
  return puppeteer.launch({ executablePath: chromium ?? "", args: ["--no-sandbox", "--disable-gpu"] });
}
