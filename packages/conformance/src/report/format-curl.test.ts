import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { document, documentOf } from "../../test/acme-jobs.ts";
import type { Document } from "../document/document.ts";
import { formatCurl } from "./format-curl.ts";

const keyed = documentOf(
  {},
  {
    securitySchemes: {
      Query: { type: "apiKey", in: "query", name: "key" },
      Cookie: { type: "apiKey", in: "cookie", name: "session" },
    },
  },
);

interface Given {
  readonly on?: Document;
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const curlOf = ({ on = document, method = "GET", url = "http://x/", headers = {}, body = "" }: Given) =>
  formatCurl(on, { method, url, headers: new Headers(headers), body });

test.each<{ name: string; given: Given; want: string }>([
  { name: "a GET", given: { url: "http://x/a?b=c&d" }, want: "curl 'http://x/a?b=c&d'" },
  { name: "another method", given: { method: "DELETE" }, want: "curl -X DELETE 'http://x/'" },
  {
    name: "a HEAD, which has no body to wait for",
    given: { method: "HEAD" },
    want: "curl --head 'http://x/'",
  },
  {
    name: "a signed request",
    given: {
      url: "http://x/",
      headers: {
        authorization: "ACME-HMAC-SHA256 Key=k,SignedHeaders=host,Signature=0f",
        "x-acme-security-token": "s3cret",
      },
    },
    want: "curl 'http://x/' -H 'authorization: ACME-HMAC-SHA256 REDACTED' -H 'x-acme-security-token: REDACTED'",
  },
  {
    name: "headers, but what curl sets itself",
    given: {
      headers: { accept: "a/b", host: "x", "content-length": "1", connection: "close", "user-agent": "u" },
    },
    want: "curl 'http://x/' -H 'accept: a/b'",
  },
  {
    name: "a body",
    given: { method: "POST", headers: { "content-type": "application/json" }, body: '{"a":"$HOME `id`"}' },
    want: `curl -X POST 'http://x/' -H 'content-type: application/json' --data-raw '{"a":"$HOME \`id\`"}'`,
  },
  {
    name: "a single quote",
    given: { method: "PUT", body: "it's" },
    want: "curl -X PUT 'http://x/' --data-raw 'it'\\''s'",
  },
  {
    name: "a body that looks like a file",
    given: { body: "@/etc/passwd" },
    want: "curl -X GET 'http://x/' --data-raw '@/etc/passwd'",
  },
])("$name", ({ given, want }) => {
  expect(curlOf(given)).toBe(want);
});

test.each<{ name: string; given: Given; want: string }>([
  {
    name: "Authorization keeps its scheme",
    given: { headers: { authorization: "Basic c2VjcmV0" } },
    want: "curl 'http://x/' -H 'authorization: Basic REDACTED'",
  },
  {
    name: "a signature keeps its scheme",
    given: { headers: { authorization: "ACME-HMAC-SHA256 Credential=secret, Signature=secret" } },
    want: "curl 'http://x/' -H 'authorization: ACME-HMAC-SHA256 REDACTED'",
  },
  {
    name: "Authorization without a scheme",
    given: { headers: { authorization: "secret" } },
    want: "curl 'http://x/' -H 'authorization: REDACTED'",
  },
  {
    name: "Proxy-Authorization",
    given: { headers: { "proxy-authorization": "Basic c2VjcmV0" } },
    want: "curl 'http://x/' -H 'proxy-authorization: Basic REDACTED'",
  },
  {
    name: "the header of an API key",
    given: { headers: { "x-acme-token": "secret" } },
    want: "curl 'http://x/' -H 'x-acme-token: REDACTED'",
  },
  {
    name: "an API key with a blank in it",
    given: { headers: { "x-acme-token": "secret words" } },
    want: "curl 'http://x/' -H 'x-acme-token: REDACTED'",
  },
  {
    name: "a cookie",
    given: { headers: { cookie: "session=secret; theme=dark" } },
    want: "curl 'http://x/' -H 'cookie: REDACTED'",
  },
  {
    name: "an API key in the query",
    given: { on: keyed, url: "http://x/?a=1&key=secret" },
    want: "curl 'http://x/?a=1&key=REDACTED'",
  },
  {
    name: "an API key that stands twice in the query",
    given: { on: keyed, url: "http://x/?key=secret&key=secret2" },
    want: "curl 'http://x/?key=REDACTED&key=REDACTED'",
  },
  {
    name: "a password in the URL",
    given: { url: "http://ada:secret@x/" },
    want: "curl 'http://ada:REDACTED@x/'",
  },
])("no secret is shown: $name", ({ given, want }) => {
  expect(curlOf(given)).toBe(want);
  expect(want).not.toContain("secret");
});

// The shell itself is asked what it makes of the line.
test.each(["it's", "''", "a\nb", '$(id) `id` $HOME \\ "x" !', "ü 日本", "-n", "'\\''"])(
  "a shell reads back %j",
  (body) => {
    const line = curlOf({ method: "POST", body }).replace(/^curl/, "printf '<%s>'");
    const read = execFileSync("/bin/sh", ["-c", line], { encoding: "utf8" });
    expect(read).toBe(`<-X><POST><http://x/><--data-raw><${body}>`);
  },
);
