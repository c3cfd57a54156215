import { createHmac } from "node:crypto";
import type { SentRequest } from "../wire/exchange.ts";
import { parseMediaType } from "../wire/media-type.ts";
import { parseUrl } from "../wire/parse-url.ts";
import { canonicalFields } from "./canonical-fields.ts";
import { percentEncode, toBytes } from "./percent-encoding.ts";
import type { QuerySignatureRules } from "./signature-rules.ts";

/** A request as far as the signature in its fields is concerned. */
export type FieldedRequest = Pick<SentRequest, "method" | "url" | "headers" | "body">;

/** The fields of the query and, if the body is a form, those of the body, as they travel. */
export function fieldsOf({ url, headers, body }: FieldedRequest): string {
  const query = url.includes("?") ? parseUrl(url).search.slice(1) : "";
  const isForm = parseMediaType(headers.get("content-type") ?? "")?.type === FORM;
  return isForm ? `${query}&${body}` : query;
}

/** The one text that a request and all its harmless rewritings have in common; its path is the root in any case. */
export function queryStringToSign({ signature }: QuerySignatureRules, request: FieldedRequest): string {
  const fields = canonicalFields(fieldsOf(request), signature);
  return [request.method, "/", fields].map((part) => percentEncode(toBytes(part))).join("&");
}

/** What the secret of the key makes of it, in base64. */
export function querySignatureOf(stringToSign: string, secret: string): string {
  return createHmac("sha1", `${secret}&`).update(stringToSign).digest("base64");
}

const FORM = "application/x-www-form-urlencoded";
