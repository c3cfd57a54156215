import { inBandCode } from "../describe/error-code.ts";
import { exampleOperation } from "../describe/example-operation.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { printExample } from "../print/example.ts";
import { header } from "../print/header.ts";
import type { Edition } from "./edition.ts";
import { bundleSection } from "./readme-bundles.ts";
import { credentialSection } from "./readme-credentials.ts";
import { errataSection } from "./readme-errata.ts";
import { limitSections } from "./readme-limits.ts";
import { listSection } from "./readme-lists.ts";
import { operationSections } from "./readme-operations.ts";
import { outcomeSections } from "./readme-outcomes.ts";
import { testSections } from "./readme-tests.ts";
import { valueSection } from "./readme-values.ts";
import { waitingSection } from "./readme-waiting.ts";
import { usageExample } from "./usage-example.ts";

/** What the proof of a release runs it on. */
const REQUIREMENTS =
  'Runs on Node 20.19 or newer, where `require()` loads it too, and on Bun, Deno, Cloudflare Workers and browsers. TypeScript 5.4 or newer reads its types; in a CommonJS file it takes 5.8 and `module: "nodenext"`.';

/** What any client does, in a sentence. */
const PROMISE =
  "A typed method for each operation, with its documented errors. It authenticates, times out, retries what may be repeated, and waits for what was started.";

/** README.md: what a user needs before the first call, and the documented answers on one page. */
export function emitReadme({ service, documented, overlay }: Edition): string {
  const { packageName, title, summary, page } = service;
  const [first, ...rest] = introduction(service);
  const sections = [
    `${header(service, "<!--")}\n\n# ${packageName}`,
    `${title}: ${summary}`,
    first ?? "",
    PROMISE,
    `## Install\n\n\`\`\`sh\nnpm install ${packageName}\n\`\`\`\n\nIt has no dependencies. ${REQUIREMENTS}`,
    `## Use\n\n${printExample(service, usageExample(service))}`,
    ...resultSections(service),
    waitingSection(service),
    listSection(service),
    valueSection(service),
    credentialSection(documented),
    ...limitSections(documented),
    ...testSections(service),
    bundleSection(service),
    ...serviceSection(page, rest),
    ...operationSections(documented),
    ...outcomeSections(documented),
    ...errataSection(overlay, service.provider),
  ];
  return `${sections.filter((section) => section).join("\n\n")}\n`;
}

/** A part of a description for those who read the document: who calls by methods has no use for it. */
const FOR_READERS = /^\*\*(?:On the wire|Sources)\b/;

/** What holds for the whole service, once the reader has made a call. */
function serviceSection(page: Service["page"], parts: readonly string[]): string[] {
  const source = page && `The vendor's documentation: [${page.description ?? page.url}](${page.url}).`;
  if (!source && parts.length === 0) return [];
  return ["## The service", ...parts, source ?? ""];
}

/** What the service is, as the document has it: its first paragraph opens the page. */
function introduction({ description = "", provider }: Service): string[] {
  const parts = description.trim().split(/\n\n+/);
  const kept = parts.filter((part) => part !== "" && !FOR_READERS.test(part));
  if (kept.length === parts.length || description === "") return kept;
  const document = `\`specs/${provider}/openapi.yaml\` of @settled/conformance`;
  return [
    ...kept,
    `What goes on the wire, and which sources say so, stands in the OpenAPI document: ${document}.`,
  ];
}

/** What a call comes back with, and the two other ways to call. */
function resultSections({ operations, variableName: client }: Service): string[] {
  const { id, typeName } = exampleOperation(operations) ?? {};
  const inBand = operations.some(({ responses }) =>
    responses.some(({ ok, fields }) => ok && inBandCode(fields)),
  );
  return [
    `A response of any status is a result: \`ok\` says whether it has \`data\` or \`error\`, and \`status\` narrows \
the type of both. A body that is not of the documented kind, such as a proxy's page, is an error with the status \
\`"malformed"\`. To compare a status that is not documented, take \
\`result.response.status\`.${inBand ? " A 2xx whose code says that it is an error is one, under its own status." : ""}`,
    `To catch errors instead, call \`${client}.orThrow.${id}(…)\` or \`unwrap(${client}.${id}(…))\`: these give \
the data, or throw a \`RequestError\` with \`status\`, \`code\`, \`requestId\` and \`retryable\`. If no answer \
comes at all, the plain call throws one too, with the \`reason\` \`"connection"\` or \`"timeout"\`.`,
    `Types to import: \`${typeName}Arguments\`, \`${typeName}Result\` and so on, and \`components["schemas"]\`.`,
    `Plain [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) is there as \`${client}.http\`, with the same \
credentials and retries; an answer is read to its end first, so it cannot be streamed.`,
    binarySection(operations),
  ];
}

function binarySection(operations: readonly Operation[]): string {
  const types = operations.flatMap(({ responses, body }) => [
    body?.type,
    ...responses.map(({ type }) => type),
  ]);
  if (!types.some((type) => type?.split(" | ").includes("Blob"))) return "";
  return "A body that is neither JSON nor text is a `Blob`: `await data.arrayBuffer()` has its bytes.";
}
