import { needsBaseUrl } from "../describe/servers.ts";
import type { Service } from "../describe/service.ts";
import { printDocComment } from "../print/doc-comment.ts";
import type { ServerObject } from "../spec/document.ts";

/** The option `server`, by the servers that there are and what fills them; nothing where there is nothing to choose. */
export function serverOption({ servers, operations }: Service): string {
  const variables = variablesOf([
    ...servers,
    ...operations.flatMap((operation) => operation.servers?.[0] ?? []),
  ]);
  // Where only the user knows the address, it goes to `baseUrl`.
  if (needsBaseUrl(servers) || (servers.length < 2 && variables.size === 0)) return "";
  const meaning =
    "Which of the documented servers, and what fills it; by default the first, with its defaults.";
  const indexes = servers.map((_, index) => index).join(" | ");
  const index = servers.length > 1 ? `readonly index?: ${indexes} | undefined;\n` : "";
  const values = indent([...variables.values()].join(""));
  const all = `${index}${values && `readonly variables?: {\n${values}} | undefined;\n`}`;
  return indent(
    `${printDocComment([meaning, list(servers)])}readonly server?: {\n${indent(all)}} | undefined;\n`,
  );
}

function list(servers: readonly ServerObject[]): string | undefined {
  if (servers.length < 2) return servers.map(({ url }) => `It is \`${url}\`.`).join("");
  return servers.map(({ url, description = url }, index) => `- ${index}: ${description.trim()}`).join("\n");
}

/** Each once: what is given for a name fills every server that has it. */
function variablesOf(servers: readonly ServerObject[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, variable] of servers.flatMap(({ variables = {} }) => Object.entries(variables))) {
    if (found.has(name)) continue;
    const { default: usual, description = "", enum: listed } = variable;
    // Whoever reads it from a configuration has a `string`; `createClient` holds that against the list.
    const type = listed
      ? `${listed.map((value) => JSON.stringify(value)).join(" | ")} | (string & {})`
      : "string";
    const comment = printDocComment([`${description} By default \`${usual}\`.`.trim()]);
    found.set(
      name,
      `${comment}readonly ${/^[a-z_]\w*$/i.test(name) ? name : JSON.stringify(name)}?: ${type} | undefined;\n`,
    );
  }
  return found;
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
