import { existsSync } from "node:fs";
import type { Document } from "../document/document.ts";
import { basePath, filledUrl } from "../document/request-url.ts";
import { findOperation } from "../sandbox/find-operation.ts";
import { TeachingError } from "../teaching-error.ts";
import type { Recording } from "../traffic/open-recording.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { findProvider, knownProviders, type Provider } from "./find-provider.ts";

/** How many exchanges are asked which service they are of. */
const ENOUGH = 500;

/**
 * Finds the document that a recording is to be judged by: the one that is named, the one that its cassette names, or
 * else the one known provider that its exchanges are for.
 *
 * @throws TeachingError when none is named, and it cannot be told.
 */
export async function findRecorded(recording: Recording, name: string | undefined): Promise<Provider> {
  if (name !== undefined) return findProvider(name);
  if (recording.kind === "cassette") {
    const { document, source } = recording.header;
    if (knownProviders().includes(document)) return findProvider(document);
    if (source !== undefined && existsSync(source)) return findProvider(`./${source}`);
    throw untold(`nothing here is called ${document}, which the cassette was recorded by`);
  }
  const requests: SentRequest[] = [];
  for await (const captured of recording.exchanges()) {
    if ("exchange" in captured) requests.push(captured.exchange.request);
    if (requests.length >= ENOUGH) break;
  }
  const known = await Promise.all(knownProviders().map((one) => findProvider(one)));
  const ranked = known
    .map((provider) => ({ provider, points: pointsOf(provider.document, requests) }))
    .sort((a, b) => b.points - a.points);
  const [best, next] = ranked;
  if (best && best.points > (next?.points ?? 0)) return best.provider;
  throw untold("nobody can tell which service the exchanges are of");
}

/** One that goes to a documented host counts for more than one whose path alone is documented. */
function pointsOf(document: Document, requests: readonly SentRequest[]): number {
  const hosts = new Set(document.servers.flatMap((server) => hostOf(filledUrl(server)) ?? []));
  const bases = document.servers.map((server) => basePath(filledUrl(server))).filter((base) => base !== "");
  return requests
    .filter((request) => findOperation(document, request).operation)
    .map(({ url }) => {
      const { host, pathname } = new URL(url);
      if (hosts.has(host)) return 100;
      return bases.some((base) => pathname.startsWith(`${base}/`)) ? 10 : 1;
    })
    .reduce((sum, points) => sum + points, 0);
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

function untold(what: string): TeachingError {
  return new TeachingError({
    what,
    where: "--provider",
    expected: "a provider's name, or the path of a document",
    example: "settled judge traffic.har --provider ./openapi.yaml",
  });
}
