import { isDeepStrictEqual } from "node:util";
import type { Document } from "../document/document.ts";
import type { Redactor } from "../redaction/create-redactor.ts";
import { createRedactorFromEnvironment, createRedactorOf, learnTokens } from "../redaction/redactor-of.ts";
import { describeExchange } from "../report/describe-exchange.ts";
import type { Judged } from "../run/run-case.ts";
import type { SentRequest } from "../wire/exchange.ts";
import type { Captured, Unjudged } from "./captured.ts";
import { cassetteHeader } from "./cassette-header.ts";
import {
  type JudgedExchange,
  judgeCaptured,
  type TrafficBench,
  type Undocumented,
} from "./judge-captured.ts";
import { openCassette } from "./open-cassette.ts";
import { recordExchange, replayExchange } from "./record-exchange.ts";
import type { CassetteLine } from "./recorded.ts";

/** Writes what passes to a cassette, as it passes. */
export interface TrafficRecorder {
  write(captured: Captured | Unjudged, result: JudgedExchange | Undocumented | Unjudged): Promise<void>;
  close(): Promise<void>;
}

/**
 * A recorder for a new file. What it writes is judged at once as a reader will judge it; what a check said otherwise
 * with the secrets is kept beside it.
 *
 * @throws TeachingError when the file is there already, or cannot be written.
 */
export async function createTrafficRecorder(
  path: string,
  bench: TrafficBench,
  { document, upstream }: { readonly document: Document; readonly upstream: string },
): Promise<TrafficRecorder> {
  const startedAt = new Date().toISOString();
  const own = createRedactorFromEnvironment(document);
  const reader = createRedactorOf(document);
  const header = cassetteHeader(document, { target: own.redactUrl(upstream), kind: "traffic", startedAt });
  const cassette = await openCassette(path, header);
  return {
    async write(captured, result) {
      if ("unjudged" in captured) return cassette.write({ unjudged: own.redactText(captured.unjudged) });
      learnFrom(own, document, captured, result);
      return cassette.write(lineOf(captured, result));
    },
    close: () => cassette.close(),
  };

  function lineOf(captured: Captured, result: JudgedExchange | Undocumented | Unjudged): CassetteLine {
    const { exchange, ...rest } = captured;
    const line = { ...recordExchange(exchange, own), ...rest };
    if (!("judged" in result)) return line;
    const again = judgeCaptured(bench, { ...captured, exchange: replayExchange(line) });
    const anew = "judged" in again ? again.judged.map((one) => redactJudged(one, reader)) : [];
    const said = result.judged
      .map((one) => redactJudged(one, own))
      .filter(
        (one) =>
          !isDeepStrictEqual(
            one,
            anew.find(({ check }) => check === one.check),
          ),
      );
    return said.length > 0 ? { ...line, said } : line;
  }
}

/** Nobody has handed over the credentials of those who pass: they are learnt as they are shown. */
function learnFrom(
  redactor: Redactor,
  document: Document,
  { exchange }: Captured,
  result: JudgedExchange | Undocumented | Unjudged,
): void {
  for (const secret of shownBy(document, exchange.request)) if (secret.length >= 8) redactor.learn(secret);
  if (!("judged" in result)) return;
  const { operation, name } = result.input.testCase;
  learnTokens(redactor, document, [{ operation: operation.id, case: name, ...describeExchange(exchange) }]);
}

function shownBy({ securitySchemes }: Document, { headers, url }: SentRequest): string[] {
  const [, scheme = "", value = ""] = /^(\S+) +(.*)$/s.exec(headers.get("authorization") ?? "") ?? [];
  const isBasic = scheme.toLowerCase() === "basic";
  const password = isBasic
    ? Buffer.from(value, "base64")
        .toString()
        .replace(/^[^:]*:/, "")
    : "";
  const keys = Object.values(securitySchemes).flatMap((one) => {
    if (one.type !== "apiKey") return [];
    return (one.in === "query" ? new URL(url).searchParams : headers).get(one.name) ?? [];
  });
  return [value, password, ...keys];
}

function redactJudged({ check, findings }: Judged, { redactText }: Redactor): Judged {
  const clean = findings.map((finding) => ({
    ...finding,
    expected: redactText(finding.expected),
    received: redactText(finding.received),
  }));
  return { check, findings: clean };
}
