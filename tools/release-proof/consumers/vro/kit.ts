import { createSandbox, fetchFrom, loadDocument, type Report } from "@settled/conformance";
import { createClient } from "@settled/vro-client";

const document = await loadDocument(
  new URL(import.meta.resolve("@settled/conformance/specs/vro/openapi.yaml")),
);
const { respond } = await createSandbox({ documents: [document] });
const vro = createClient({ baseUrl: "http://127.0.0.1/vco/api", fetch: fetchFrom(respond) });
const result = await vro.listAllActions();
const report: Report | undefined = undefined;
void result;
void report;
