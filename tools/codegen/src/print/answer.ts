import { errorCode } from "../describe/error-code.ts";
import type { Response } from "../describe/responses.ts";
import { listedCodes } from "../describe/usual-codes.ts";

/** One documented answer: `404: JobNotFound, …`. Codes that are usual for its status are not spelt out. */
export function printAnswer(response: Response, usual: readonly (string | number)[] = []): string {
  const listed = listedCodes(response);
  const isUsual = usual.length > 0 && usual.every((code) => listed.includes(code));
  const own = isUsual ? listed.filter((code) => !usual.includes(code)) : listed;
  const codes = [...(isUsual ? ["[the usual](#usual-error-codes)"] : []), ...printCodes(response, own)];
  return codes.length > 0 ? `${response.status}: ${codes.join(", ")}` : response.status;
}

/** Codes of an answer: the successful ones marked, and an open list left open. */
export function printCodes({ fields }: Response, codes: readonly (string | number)[]): string[] {
  const field = errorCode(fields);
  const keyword = field?.schema["x-lro-error-code"];
  const success = typeof keyword === "object" ? keyword.success : [];
  const printed = codes.map((code) => (success.includes(code) ? `\`${code}\` (success)` : `\`${code}\``));
  return field?.values?.open ? [...printed, "…"] : printed;
}
