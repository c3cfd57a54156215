import type { Service } from "../describe/service.ts";
import { header } from "../print/header.ts";
import type { Edition } from "./edition.ts";
import { accessSections } from "./readme-access.ts";
import { errataSection } from "./readme-errata.ts";
import { operationSections } from "./readme-operations.ts";
import { outcomeSections } from "./readme-outcomes.ts";
import { usageExample } from "./usage.ts";

/** README.md: what a user needs before the first call, and the documented answers on one page. */
export function emitReadme({ service, documented, overlay }: Edition): string {
  const { packageName, title, summary, description, page } = service;
  const sections = [
    `${header(service, "<!--")}\n\n# ${packageName}`,
    `${title}: ${summary}`,
    description,
    page && `The vendor's documentation: [${page.description ?? page.url}](${page.url}).`,
    `## Install\n\n\`\`\`sh\nnpm install ${packageName}\n\`\`\``,
    `## Use\n\n\`\`\`ts\n${usageExample(service)}\`\`\``,
    `A response of any status is a result: \`ok\` says whether it has \`data\` or \`error\`, and \`status\` narrows \
the type of either. Plain [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) is there as \
\`${service.variableName}.http\`.`,
    binarySection(service),
    ...accessSections(documented),
    ...operationSections(documented),
    ...outcomeSections(documented),
    ...errataSection(overlay),
  ];
  return `${sections.filter((section) => section).join("\n\n")}\n`;
}

function binarySection({ operations }: Service): string {
  const types = operations.flatMap(({ responses, body }) => [
    body?.type,
    ...responses.map(({ type }) => type),
  ]);
  if (!types.some((type) => type?.split(" | ").includes("Blob"))) return "";
  return "A body that is neither JSON nor text is a `Blob`: `await data.arrayBuffer()` has its bytes.";
}
