import { describeFollowers } from "../describe/followers.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { printTable } from "../print/table.ts";

/** Every operation in a line, by the groups of the documentation; an editor shows what else there is to say. */
export function operationSections(service: Service): string[] {
  const { operations, tags } = service;
  const groups = tags.map(({ name, description }) => ({
    heading: `### ${name}`,
    description: description?.trim(),
    members: operations.filter((operation) => operation.tags[0] === name),
  }));
  const others = operations.filter((operation) => !tags.some(({ name }) => operation.tags[0] === name));
  const tables = groups
    .filter(({ members }) => members.length > 0)
    .flatMap(({ heading, description, members }) => [
      heading,
      description ?? "",
      operationList(members, service),
    ]);
  return [
    "## Operations",
    legend(service),
    ...(others.length > 0 ? [operationList(others, service)] : []),
    // Where all is one group, its name says nothing.
    ...(others.length === 0 && tables.length === 3 ? tables.slice(2) : tables),
    mediaTypeSection(operations),
  ];
}

function legend({ operations }: Service): string {
  const pages = namesOf(operations.map(asksForPageBy));
  const tokens = namesOf(operations.map(({ idempotencyToken }) => idempotencyToken));
  const lines = [
    operations.some(({ safe }) => safe) && "reads: it changes nothing, so it can be repeated",
    pages && `pages: what is listed comes page by page, asked for by ${pages}`,
    operations.some(({ responses }) => responses.some(({ links }) => links.length > 0)) &&
      "starts: these operations tell how it went",
    tokens && `repeatable: the service knows a repeated request by ${tokens}`,
  ].filter((line) => line !== false && line !== "");
  const first = "Types say what each takes and answers; an editor shows the vendor's page, and an example.";
  return [first, lines.map((line) => `- ${line}`).join("\n")].filter(Boolean).join("\n\n");
}

function operationList(operations: readonly Operation[], service: Service): string {
  return operations
    .map((operation) => {
      const said = notes(operation, service.operations).join(", ");
      return `- \`${operation.id}\`: ${operation.summary ?? ""}${said && ` (${said})`}`;
    })
    .join("\n");
}

function notes(operation: Operation, all: readonly Operation[]): string[] {
  const { safe, idempotencyToken } = operation;
  const followers = describeFollowers(operation, all).map(({ id }) => `\`${id}\``);
  return [
    safe ? "reads" : "",
    asksForPageBy(operation) ? "pages" : "",
    idempotencyToken ? "repeatable" : "",
    followers.length > 0 ? `starts: ${followers.join(", ")}` : "",
  ].filter(Boolean);
}

/** The argument by which a page is asked for. */
function asksForPageBy({ paging }: Operation): string | undefined {
  return paging?.token ?? paging?.offset ?? paging?.page;
}

function namesOf(all: readonly (string | undefined)[]): string {
  const names = new Set(all.flatMap((name) => name ?? []));
  return [...names].map((name) => `\`${name}\``).join(" or ");
}

function mediaTypeSection(operations: readonly Operation[]): string {
  const rows = operations.flatMap(({ id, body }) =>
    body && body.others.length > 0
      ? [
          [
            `\`${id}\``,
            `\`${body.mediaType}\``,
            body.others.map(({ mediaType }) => `\`${mediaType}\``).join(", "),
          ],
        ]
      : [],
  );
  if (rows.length === 0) return "";
  return `Some requests are documented in several media types. The methods send the first; to send another, \
call by way of \`http\`, with its \`content-type\` header.

${printTable(["operation", "is sent as", "documented as well"], rows)}`;
}
