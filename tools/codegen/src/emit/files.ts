import { emitAccessKey } from "./access-key.ts";
import { emitAllOperations } from "./all-operations.ts";
import { emitClient } from "./client.ts";
import { emitConformanceTest } from "./conformance-test.ts";
import { emitDocumented } from "./documented.ts";
import type { Edition, Emit } from "./edition.ts";
import { emitEnvironment } from "./environment.ts";
import { emitIndex } from "./index-file.ts";
import { emitLicense } from "./license.ts";
import { emitLifecycleTest } from "./lifecycle-test.ts";
import { emitOperations, emitOperationsAtStart } from "./operations.ts";
import { emitOperationsLater } from "./operations-later.ts";
import { emitPackageJson } from "./package-json.ts";
import { emitReadme } from "./readme.ts";
import { emitSchema } from "./schema.ts";
import { emitService } from "./service.ts";
import { emitSessions } from "./sessions.ts";
import { emitStandalone } from "./standalone.ts";
import { emitTesting } from "./testing.ts";
import { emitTestingTest } from "./testing-test.ts";
import { emitTsconfig } from "./tsconfig.ts";
import { emitTsconfigBuild } from "./tsconfig-build.ts";
import { emitTypeTest } from "./type-test.ts";
import { emitUsage } from "./usage.ts";
import { emitValidate } from "./validate.ts";
import { emitValues } from "./values.ts";
import { emitWaiting } from "./waiting.ts";
import { emitWaits } from "./waits.ts";

/** Every file of a client package, and what emits it. */
const emitters: Readonly<Record<string, Emit>> = {
  LICENSE: emitLicense,
  "README.md": emitReadme,
  "package.json": emitPackageJson,
  "src/access-key.ts": emitAccessKey,
  "src/all-operations.ts": emitAllOperations,
  "src/client.ts": emitClient,
  "src/documented.ts": emitDocumented,
  "src/environment.ts": emitEnvironment,
  "src/index.ts": emitIndex,
  "src/operations.ts": emitOperations,
  "src/operations-at-start.ts": emitOperationsAtStart,
  "src/operations-later.ts": emitOperationsLater,
  "src/schema.ts": emitSchema,
  "src/service.ts": emitService,
  "src/sessions.ts": emitSessions,
  "src/standalone.ts": emitStandalone,
  "src/testing.ts": emitTesting,
  "src/validate.ts": emitValidate,
  "src/values.ts": emitValues,
  "src/waiting.ts": emitWaiting,
  "src/waits.ts": emitWaits,
  "test/conformance.test.ts": emitConformanceTest,
  "test/lifecycle.test.ts": emitLifecycleTest,
  "test/testing.test.ts": emitTestingTest,
  "test/types.ts": emitTypeTest,
  "test/usage.ts": emitUsage,
  "tsconfig.build.json": emitTsconfigBuild,
  "tsconfig.json": emitTsconfig,
};

/** The whole package, by path. */
export async function emitFiles(edition: Edition): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [path, emit] of Object.entries(emitters)) {
    const text = await emit(edition);
    if (text !== undefined) files.set(path, text);
  }
  return files;
}
