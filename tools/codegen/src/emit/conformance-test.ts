import { header } from "../print/header.ts";
import type { Edition } from "./edition.ts";

/** test/conformance.test.ts: hands the client to the judge. */
export function emitConformanceTest({ service }: Edition): string {
  return `${header(service)}
import { describeConformance } from "@settled/conformance/vitest";
import * as client from "../src/index.ts";

await describeConformance({ document: new URL("../../../${service.spec.name}", import.meta.url), client });
`;
}
