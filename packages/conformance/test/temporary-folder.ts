import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** An empty folder for all tests of a file, or of a `describe`; it is gone after them. */
export function sharedFolder(): string {
  const folder = createFolder();
  afterAll(() => remove(folder));
  return folder;
}

/** An empty folder for the test that runs, which is gone after it. */
export function temporaryFolder(): string {
  const folder = createFolder();
  onTestFinished(() => remove(folder));
  return folder;
}

const createFolder = () => mkdtempSync(join(tmpdir(), "settled-"));

const remove = (folder: string) => rm(folder, { recursive: true, force: true });
