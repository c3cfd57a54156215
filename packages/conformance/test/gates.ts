import { readdirSync } from "node:fs";
import type { Document, Operation } from "../src/document/document.ts";
import { loadDocument } from "../src/document/load-document.ts";
import { DEVELOPMENT_CREDENTIALS } from "../src/run/credentials.ts";
import { createGate, type Gate, type GateOptions } from "../src/sandbox/access/gate.ts";
import { createVirtualClock, type VirtualClock } from "../src/sandbox/clock.ts";
import { createRandom } from "../src/sandbox/random.ts";
import type { SignedScheme } from "../src/signature/signature-rules.ts";
import type { SentRequest } from "../src/wire/exchange.ts";

/** When the clocks of these tests begin. */
export const START: number = Date.parse("2026-11-22T01:02:03Z");

/** A gate with a clock of its own. */
export function gateOf(
  document: Document,
  options: Partial<GateOptions> = {},
): { readonly gate: Gate; readonly clock: VirtualClock } {
  const clock = createVirtualClock(START);
  const random = createRandom(1);
  const gate = createGate({ document, credentials: DEVELOPMENT_CREDENTIALS, clock, random, ...options });
  return { gate, clock };
}

/** A request as it arrives. */
export function arriving(
  given: Partial<Omit<SentRequest, "headers">> & { headers?: HeadersInit },
): SentRequest {
  const { method = "GET", url = "http://sandbox.invalid/", body = "", sentAt = START } = given;
  const { headers, bytes = new TextEncoder().encode(body) } = given;
  return { method, url, headers: new Headers(headers), body, bytes, sentAt };
}

export function operationOf({ operations }: Document, id: string): Operation {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
}

/** The contracts of all providers. */
export async function loadSpecs(): Promise<Document[]> {
  const folder = new URL("../../../specs/", import.meta.url);
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Promise.all(names.map(({ name }) => loadDocument(new URL(`${name}/openapi.yaml`, folder).pathname)));
}

/** The scheme of that name, which signs. */
export function signedScheme({ securitySchemes }: Document, name: string): SignedScheme {
  const found = securitySchemes[name];
  if (found?.type !== "http" || !found.signature) throw new Error(`no signature in ${name}`);
  return { scheme: found.scheme, signature: found.signature };
}
