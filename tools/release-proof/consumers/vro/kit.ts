import { createSandbox, fetchFrom, loadDocument, type Report } from "@settled/conformance";
import { createClient } from "@settled/vro-client";

const document = await loadDocument("node_modules/@settled/vro-client/openapi.json");
const { respond } = await createSandbox({ documents: [document] });
const vro = createClient({ baseUrl: "http://127.0.0.1/vco/api", fetch: fetchFrom(respond) });
const result = await vro.listAllActions();
const report: Report | undefined = undefined;
void result;
void report;
