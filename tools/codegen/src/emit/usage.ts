import { printExamples } from "../print/example.ts";
import { credentialExamples } from "./credential-examples.ts";
import type { Edition } from "./edition.ts";
import { bundleExample } from "./readme-bundles.ts";
import { hooksExample } from "./readme-limits.ts";
import { listExample } from "./readme-lists.ts";
import { mockExample, validationExample } from "./readme-tests.ts";
import { valueExample } from "./readme-values.ts";
import { waitingExamples } from "./readme-waiting.ts";
import { usageExample } from "./usage-example.ts";

/** test/usage.ts: the README's examples, so that they are type-checked. */
export function emitUsage({ service }: Edition): string {
  const more = [listExample(service), valueExample(service), mockExample(service)].filter(
    (example) => example !== undefined,
  );
  return printExamples(service, [
    usageExample(service),
    ...waitingExamples(service),
    ...more,
    validationExample(service),
    hooksExample(service),
    bundleExample(service),
    ...credentialExamples(service),
  ]);
}
