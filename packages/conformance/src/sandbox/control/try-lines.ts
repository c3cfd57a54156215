import type { Credentials } from "../../authentication/credentials.ts";
import { createCases, mainCase } from "../../cases/create-cases.ts";
import type { TestCase } from "../../cases/test-case.ts";
import type { Document } from "../../document/document.ts";
import { isSuccess } from "../../document/documented-response.ts";
import { formatCurl, quote } from "../../report/format-curl.ts";
import { askFor } from "../../run/ask-for.ts";
import { createRequest } from "../../run/caller.ts";
import { type ChosenCredentials, credentialsFor, DEVELOPMENT_CREDENTIALS } from "../../run/credentials.ts";
import { asSent } from "../../wire/send.ts";
import { findStart } from "./find-start.ts";

/** A command line to try a service with. */
export interface TryLine {
  /** What comes of it. */
  readonly does: string;
  readonly curl: string;
}

/**
 * Command lines that work as they stand: one that starts an execution, or, where a client has to sign it, asks for its
 * documented answer instead; and one that asks for a documented error.
 */
export async function tryLines(
  document: Document,
  baseUrl: string,
  credentials: Credentials,
): Promise<TryLine[]> {
  const start = findStart(document);
  const operation = start ?? document.operations[0];
  if (!operation) return [];
  const cases = createCases({ ...document, operations: [operation] });
  const main = mainCase(cases, operation);
  const error = cases.find(({ status, code }) => !isSuccess(status) && code !== undefined);
  const lines = [main && (await (start ? working(main) : forced(main))), error && (await forced(error))];
  return lines.filter((line) => line !== undefined);

  async function working(testCase: TestCase): Promise<TryLine> {
    const isOpen = credentials === DEVELOPMENT_CREDENTIALS;
    const chosen = isOpen ? credentialsFor(document, testCase, credentials) : undefined;
    const options = chosen?.map(optionFor) ?? [];
    if (options.includes(undefined) || (!chosen && testCase.authenticated)) return forced(testCase);
    return {
      does: `starts an execution (${operation?.id})`,
      curl: [await lineOf(testCase), ...options].join(" "),
    };
  }

  // Whoever asks for a documented answer gets it, with whatever arguments.
  async function forced({ arguments: { path }, ...rest }: TestCase): Promise<TryLine> {
    const testCase = { ...rest, arguments: { path, query: {}, header: {}, cookie: {} } };
    const does = `shows what ${operation?.id} is documented to answer: ${testCase.name}`;
    return { does, curl: await lineOf(testCase, askFor(testCase)) };
  }

  async function lineOf(testCase: TestCase, headers: Record<string, string> = {}): Promise<string> {
    const sent = await createRequest(document, testCase, baseUrl);
    for (const [name, value] of Object.entries(headers)) sent.headers.set(name, value);
    // What curl asks for by itself will do.
    sent.headers.delete("accept");
    return formatCurl(document, asSent(sent));
  }
}

/** How curl is told the credentials; nothing can tell it to sign. */
function optionFor(chosen: ChosenCredentials): string | undefined {
  if (chosen.kind === "accessKey") return undefined;
  if (chosen.kind === "basic") return `-u ${quote(`${chosen.username}:${chosen.password}`)}`;
  if (chosen.kind !== "apiKey") return `-H ${quote(`authorization: ${chosen.scheme} ${chosen.value}`)}`;
  const { in: place, name } = chosen.scheme;
  if (place === "query") return `--url-query ${quote(`${name}=${chosen.value}`)}`;
  if (place === "cookie") return `-b ${quote(`${name}=${chosen.value}`)}`;
  return `-H ${quote(`${name}: ${chosen.value}`)}`;
}
