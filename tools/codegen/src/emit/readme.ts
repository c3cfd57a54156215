import { describeLongRunning, errorCode } from "../describe/long-running.ts";
import type { Operation } from "../describe/operation.ts";
import type { Response } from "../describe/responses.ts";
import { printPath } from "../print/access.ts";
import { header } from "../print/header.ts";
import { printTable } from "../print/table.ts";
import type { Edition } from "./edition.ts";
import { usageExample } from "./usage.ts";

/** README.md: what a user needs before the first call, and the documented answers on one page. */
export function emitReadme({ service }: Edition): string {
  const { packageName, title, summary, description, page, operations } = service;
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
    `## Operations\n\n${printTable(["operation", "status", "error codes"], operations.flatMap(responseRows))}`,
    printLinks(operations),
    ...operations.map(outcomeSection),
  ];
  return `${sections.filter((section) => section).join("\n\n")}\n`;
}

function responseRows(operation: Operation): string[][] {
  return operation.responses.map((response) => [`\`${operation.id}\``, response.status, listCodes(response)]);
}

function listCodes({ fields }: Response): string {
  const code = errorCode(fields);
  const keyword = code?.schema["x-lro-error-code"];
  const success = typeof keyword === "object" ? keyword.success : [];
  const listed = (code?.values?.values ?? []).map((value) =>
    success.includes(value) ? `\`${value}\` (success)` : `\`${value}\``,
  );
  if (listed.length > 0 && code?.values?.open) listed.push("…");
  return listed.join(", ");
}

function printLinks(operations: readonly Operation[]): string {
  const links = operations.flatMap(({ id, page }) =>
    page ? [`- \`${id}\`: [${page.description ?? page.url}](${page.url})`] : [],
  );
  return links.length > 0 ? `As documented by the vendor:\n\n${links.join("\n")}` : "";
}

/** What a long-running operation's answer says of its outcome; nothing for other operations. */
function outcomeSection(operation: Operation): string {
  const { status, result, error, progress } = describeLongRunning(operation);
  const places = Object.entries({ result, error, progress }).flatMap(([name, field]) =>
    field ? [`- ${name}: \`${printPath(field.path)}\``] : [],
  );
  if (!status && places.length === 0) return "";
  const states = Object.entries(status?.schema["x-lro-status"] ?? {});
  const rows = states.flatMap(([state, values]) => values.map((value) => [`\`${value}\``, state]));
  const table = status ? printTable([`\`${printPath(status.path)}\``, "means"], rows) : "";
  return [`## The outcome in \`${operation.id}\``, table, places.join("\n")].filter(Boolean).join("\n\n");
}
