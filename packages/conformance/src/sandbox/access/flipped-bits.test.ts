import { describe, expect, test } from "vitest";
import { document as acmeJobs } from "../../../test/acme-jobs.ts";
import { flip, flipDigit } from "../../../test/flip-bit.ts";
import { gateOf, loadSpecs, START } from "../../../test/gates.ts";
import { outgoing } from "../../../test/messages.ts";
import type { Document, Operation } from "../../document/document.ts";
import { DEVELOPMENT_CREDENTIALS } from "../../run/credentials.ts";
import { formatDate } from "../../signature/date.ts";
import { signRequest } from "../../signature/sign-request.ts";
import type { SignedScheme } from "../../signature/signature-rules.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import { asSent } from "../../wire/send.ts";
import type { Mistake } from "../violation.ts";

const KEY = DEVELOPMENT_CREDENTIALS.accessKey ?? { id: "", secret: "" };

interface Row {
  readonly name: string;
  readonly document: Document;
  readonly operation: Operation;
  readonly scheme: SignedScheme;
}

const rows = [acmeJobs, ...(await loadSpecs())].flatMap((document) =>
  Object.entries(document.securitySchemes).flatMap(([name, found]): Row[] => {
    if (found.type !== "http" || !found.signature) return [];
    const operation = document.operations.find(({ security }) => security.some(([one]) => one === name));
    const scheme = { scheme: found.scheme, signature: found.signature };
    return operation ? [{ name: document.name, document, operation, scheme }] : [];
  }),
);

test("there are documents whose requests are signed", () => {
  expect(new Set(rows.map(({ scheme }) => scheme.scheme)).size).toBeGreaterThanOrEqual(3);
});

describe.each(rows)("a signed request of $name", ({ document, operation, scheme }) => {
  const { signature } = scheme;
  const { gate } = gateOf(document);
  const admit = (request: SentRequest) => gate.admit(operation, request)[0]?.mistake;
  const covered = signature.headers.find((name) => name.endsWith("*"))?.replace("*", "trace") ?? "";
  const fixed = [signature.date.header, signature.nonce, signature.contentHash].filter(
    (name) => name !== undefined,
  );

  async function signed(key = KEY): Promise<SentRequest> {
    const headers = { "content-type": "text/plain", [covered]: "1" };
    const url = "https://service.example/a/b?c=d";
    const request = outgoing(url, { method: "POST", headers, body: "body" });
    return asSent(signRequest(request, scheme, key, { at: START }), START);
  }

  test("is let in", async () => {
    expect(admit(await signed())).toBeUndefined();
  });

  test.each<{ part: string; change: (request: SentRequest) => Partial<SentRequest>; want: Mistake }>([
    { part: "the method", change: ({ method }) => ({ method: flip(method) }), want: "signatureWrong" },
    { part: "the path", change: ({ url }) => ({ url: url.replace("/b?", "/c?") }), want: "signatureWrong" },
    { part: "the query", change: ({ url }) => ({ url: flip(url) }), want: "signatureWrong" },
    {
      part: "the host",
      change: ({ url }) => ({ url: url.replace("service", "rervice") }),
      want: "signatureWrong",
    },
    {
      part: "the body",
      change: ({ bytes }) => ({ bytes: bytes.with(0, (bytes[0] ?? 0) ^ 1) }),
      want: "signatureWrong",
    },
    ...[covered, "content-type", ...fixed]
      .filter((name) => name !== signature.date.header)
      .map((name) => ({
        part: `the header ${name}`,
        change: (request: SentRequest) => headed(request, name, flip),
        want: "signatureWrong" as const,
      })),
    {
      part: "the date's form",
      change: (request) => headed(request, signature.date.header, flip),
      want: "dateMalformed",
    },
    {
      part: "the date",
      change: (request) =>
        headed(request, signature.date.header, () => formatDate(START + 1000, signature.date.format)),
      want: "signatureWrong",
    },
    {
      part: "the signature",
      change: (request) => headed(request, "authorization", flipDigit),
      want: "signatureWrong",
    },
    {
      part: "the key's id",
      change: (request) => headed(request, "authorization", (text) => text.replace(KEY.id, flip(KEY.id))),
      want: "keyUnknown",
    },
  ])("is refused with a bit flipped in $part: $want", async ({ change, want }) => {
    const request = await signed();
    expect(admit({ ...request, ...change(request) })).toBe(want);
  });

  test("is refused with a bit flipped in the secret", async () => {
    expect(admit(await signed({ ...KEY, secret: flip(KEY.secret) }))).toBe("signatureWrong");
  });
});

function headed(
  { headers }: SentRequest,
  name: string,
  change: (value: string) => string,
): Partial<SentRequest> {
  const changed = new Headers(headers);
  changed.set(name, change(headers.get(name) ?? ""));
  return { headers: changed };
}
