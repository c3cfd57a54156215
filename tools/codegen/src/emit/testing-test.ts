import { header } from "../print/header.ts";
import type { Edition } from "./edition.ts";

/** test/testing.test.ts: hands the mock to the judge. */
export function emitTestingTest({ service }: Edition): string {
  return `${header(service)}
import { describeMock } from "@settled/conformance/vitest";
import * as client from "../src/index.ts";
import * as testing from "../src/testing.ts";

await describeMock({ document: new URL("../../../${service.spec.name}", import.meta.url), client, testing });
`;
}
