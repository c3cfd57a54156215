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

/** README.md: what a user needs before the first call, and the documented answers on one page. */
export function emitReadme({ service, documented, overlay }: Edition): string {
  const { packageName, title, summary, page } = service;
  const sections = [
    `${header(service, "<!--")}\n\n# ${packageName}`,
    `${title}: ${summary}`,
    ...introduction(service),
    page && `The vendor's documentation: [${page.description ?? page.url}](${page.url}).`,
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
    ...operationSections(documented),
    ...outcomeSections(documented),
    ...errataSection(overlay, service.provider),
  ];
  return `${sections.filter((section) => section).join("\n\n")}\n`;
}

/** A part of a description for those who read the document: who calls by methods has no use for it. */
const FOR_READERS = /^\*\*(?:On the wire|Sources)\b/;

/** What the service is, as the document has it. */
function introduction({ description = "", provider }: Service): string[] {
  const parts = description.trim().split(/\n\n+/);
  const kept = parts.filter((part) => part !== "" && !FOR_READERS.test(part));
  if (kept.length === parts.length || description === "") return kept;
  const document = `\`specs/${provider}/openapi.yaml\` of [@settled/conformance](https://www.npmjs.com/package/@settled/conformance)`;
  return [
    ...kept,
    `What goes on the wire, and which sources say so, stands in the OpenAPI document: ${document}.`,
  ];
}

/** What a call comes back with, and the two other ways to call. */
function resultSections({ operations, variableName: client }: Service): string[] {
  const example = exampleOperation(operations)?.id;
  const inBand = operations.some(({ responses }) =>
    responses.some(({ ok, fields }) => ok && inBandCode(fields)),
  );
  return [
    `A response of any status is a result: \`ok\` says whether it has \`data\` or \`error\`, and \`status\` narrows \
the type of either. A body that is not of the documented kind, such as a proxy's page, is an error of the status \
\`"malformed"\`. Whether an undocumented status came, such as 429 or 500 where none is documented, tells \
\`result.response.status\`.${inBand ? " A 2xx whose code says that it is an error is one, under its own status." : ""}`,
    `Who would rather catch calls \`${client}.orThrow.${example}(…)\`, or \`unwrap(${client}.${example}(…))\`: they give \
the data, and throw a \`RequestError\`, which has \`status\`, \`code\`, \`requestId\` and \`retryable\`. Where no answer \
comes at all, the plain call throws one too: its \`reason\` is \`"connection"\` or \`"timeout"\`.`,
    `Plain [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) is there as \`${client}.http\`, and goes the same way: \
an answer is read to its end before it is handed over, so that it cannot be streamed.`,
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
