import { describeFollowers } from "../describe/followers.ts";
import type { Operation } from "../describe/operation.ts";
import type { Service } from "../describe/service.ts";
import { listedCodes, type UsualCodes, usualCodes } from "../describe/usual-codes.ts";
import { printAnswers, printCodes } from "../print/answer.ts";
import { printTable } from "../print/table.ts";

/** Every operation with its documented answers, by the groups of the documentation. */
export function operationSections(service: Service): string[] {
  const { operations, tags } = service;
  const usual = usualCodes(operations);
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
      operationTable(members, service, usual),
    ]);
  return [
    "## Operations",
    legend(service, usual),
    ...(others.length > 0 ? [operationTable(others, service, usual)] : []),
    // Where all is one group, its name says nothing.
    ...(others.length === 0 && tables.length === 3 ? tables.slice(2) : tables),
    usualSection(operations, usual),
    mediaTypeSection(operations),
  ];
}

function legend({ operations }: Service, usual: UsualCodes): string {
  const lines = [
    operations.some(({ safe }) => safe) && "**reads**: it changes nothing, so it can be repeated",
    operations.some(({ paging }) => paging) &&
      "**pages**: what is listed comes page by page, asked for by this argument",
    operations.some(({ responses }) => responses.some(({ links }) => links.length > 0)) &&
      "**follow with**: it starts something, and this operation tells how that went",
    operations.some(({ idempotencyToken }) => idempotencyToken) &&
      "**repeatable by**: with this argument, the service knows a repeated request",
    usual.size > 0 && "**usual**: that status comes with its [usual error codes](#usual-error-codes)",
  ].filter((line) => line !== false);
  return lines.length > 0 ? lines.map((line) => `- ${line}`).join("\n") : "";
}

function operationTable(operations: readonly Operation[], service: Service, usual: UsualCodes): string {
  const rows = operations.map((operation) => [
    printName(operation),
    notes(operation, service.operations).join("<br>"),
    printAnswers(operation.responses, usual).join("<br>"),
  ]);
  return printTable(["operation", "what it does", "status: error codes"], rows);
}

/** The name leads to the vendor's page; when that was read is what an editor says of the method. */
function printName({ id, page }: Operation): string {
  return page ? `[\`${id}\`](${page.url})` : `\`${id}\``;
}

function notes(operation: Operation, all: readonly Operation[]): string[] {
  const { summary, safe, paging, idempotencyToken } = operation;
  const asks = paging?.token ?? paging?.offset ?? paging?.page;
  return [
    summary ?? "",
    safe ? "**reads**" : "",
    asks ? `**pages** \`${asks}\`` : "",
    ...describeFollowers(operation, all).map(({ id }) => `**follow with** \`${id}\``),
    idempotencyToken ? `**repeatable by** \`${idempotencyToken}\`` : "",
  ].filter(Boolean);
}

function usualSection(operations: readonly Operation[], usual: UsualCodes): string {
  const answers = operations.flatMap(({ responses }) => responses);
  const rows = [...usual].flatMap(([status, codes]) => {
    const one = answers.find((answer) => answer.status === status && isSuperset(listedCodes(answer), codes));
    return one ? [[status, printCodes(one, codes).join(", ")]] : [];
  });
  return rows.length > 0 ? `### Usual error codes\n\n${printTable(["status", "error codes"], rows)}` : "";
}

function isSuperset<Value>(all: readonly Value[], some: readonly Value[]): boolean {
  return some.every((one) => all.includes(one));
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
