import { expect, test } from "vitest";
import { BASE_URL, document, documentOf, RPC } from "../../test/acme-jobs.ts";
import { outgoing, received } from "../../test/messages.ts";
import { guardSends } from "./guard-sends.ts";

const OTHER = "https://elsewhere.invalid is another host than the one of --url";

test.each([
  { method: "GET", url: `${BASE_URL}/jobs/7`, allowed: [], want: "sent" },
  { method: "HEAD", url: `${BASE_URL}/nowhere`, allowed: [], want: "sent" },
  {
    method: "DELETE",
    url: `${BASE_URL}/jobs/7`,
    allowed: [],
    want: "cancelJob is no read; --allow-writes cancelJob lets it pass",
  },
  { method: "DELETE", url: `${BASE_URL}/jobs/7`, allowed: ["cancelJob"], want: "sent" },
  {
    method: "DELETE",
    url: `${BASE_URL}/jobs/7`,
    allowed: ["startJob"],
    want: "cancelJob is no read; --allow-writes cancelJob lets it pass",
  },
  {
    method: "POST",
    url: `${BASE_URL}/jobs/7`,
    allowed: ["cancelJob"],
    want: "POST /tenants/main/v3/jobs/7 is no documented operation",
  },
  { method: "GET", url: "https://elsewhere.invalid/jobs/7", allowed: [], want: OTHER },
  { method: "DELETE", url: "https://elsewhere.invalid/jobs/7", allowed: ["cancelJob"], want: OTHER },
])("$method $url with $allowed: $want", async ({ method, url, allowed, want }) => {
  let sent = 0;
  const send = async () => {
    sent += 1;
    return received();
  };
  const guarded = guardSends(send, { document, baseUrl: BASE_URL, allowed });
  const told = await guarded(outgoing(url, { method })).then(
    () => "sent",
    (error: Error) => error.message.replace("not sent: ", ""),
  );
  expect([told, sent]).toEqual([want, want === "sent" ? 1 : 0]);
});

test.each([
  { safe: true, want: "sent" },
  { safe: false, want: "getThing is no read; --allow-writes getThing lets it pass" },
])(
  "what the document says of reads beats the method, also where operations share a path: $safe",
  async ({ safe, want }) => {
    const rpc = documentOf({ "x-safe": safe }, {}, { method: "post", path: "/getThing", root: RPC });
    const guarded = guardSends(async () => received(), { document: rpc, baseUrl: BASE_URL, allowed: [] });
    const headers = { "x-acme-action": "getThing", "x-acme-version": "2026-11-22" };
    const told = await guarded(outgoing(`${BASE_URL}/`, { method: "POST", headers })).then(
      () => "sent",
      (error: Error) => error.message.replace("not sent: ", ""),
    );
    expect(told).toBe(want);
  },
);
