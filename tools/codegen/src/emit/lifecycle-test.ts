import { describeFollowers } from "../describe/followers.ts";
import { header } from "../print/header.ts";
import type { Edition } from "./edition.ts";

/** test/lifecycle.test.ts: drives the client through all that can be started, on the sandbox. */
export function emitLifecycleTest({ service }: Edition): string | undefined {
  const { operations } = service;
  if (!operations.some((operation) => describeFollowers(operation, operations).length > 0)) return undefined;
  return `${header(service)}
import { describeLifecycle } from "@settled/conformance/vitest";
import * as client from "../src/index.ts";
import * as testing from "../src/testing.ts";

await describeLifecycle({ document: new URL("../../../${service.spec.name}", import.meta.url), client, testing });
`;
}
