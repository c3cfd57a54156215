import type { Document, Operation } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import { errorCodePlace, isErrorCode } from "../document/error-code-place.ts";
import { valuesAtPlace } from "../document/find-marked.ts";
import { refusalCodes } from "../sandbox/request/refusal-codes.ts";
import type { Mistake } from "../sandbox/violation.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";
import { jsonIn } from "../wire/json-in.ts";

/** What is wrong with whoever asks, and not with what is asked for. */
const ABOUT_CALLER: readonly Mistake[] = [
  "credentialsMissing",
  "credentialsMalformed",
  "credentialsWrong",
  "keyUnknown",
  "signatureWrong",
  "dateMalformed",
  "dateSkewed",
  "nonceUsed",
  "sessionLapsed",
];

/**
 * How an answer says that the caller is not let in: by a status (RFC 9110 §15.5.2, §15.5.4), or by a code that the
 * document has for wrong credentials (`x-refusals`), whatever the status.
 *
 * @returns the status, and the code where that says so: `401`, `400 SignatureDoesNotMatch`; `undefined` where it does not
 */
export function refusalOfCaller(
  document: Document,
  operation: Operation,
  response: ReceivedResponse,
): string | undefined {
  const { status } = response;
  const known = ABOUT_CALLER.flatMap((mistake) => refusalCodes(document, mistake)).map(String);
  const code = codesOf(document, operation, response).find((one) => known.includes(one));
  // Where a document has the status itself for a code, to say it once is enough.
  if (code !== undefined && code !== String(status)) return `${status} ${code}`;
  return code !== undefined || status === 401 || status === 403 ? String(status) : undefined;
}

/** The error codes of an answer; of one with an undocumented status, where the operation's other answers have them. */
function codesOf(
  { root }: Document,
  operation: Operation,
  { status, body }: ReceivedResponse,
): readonly string[] {
  const value = jsonIn(body);
  if (value === undefined) return [];
  const own = documentedResponse(operation, status);
  const responses = own ? [own] : Object.values(operation.responses);
  return responses.flatMap(({ content }) => {
    const place = errorCodePlace(root, content[0]?.schema);
    const codes = place ? valuesAtPlace(value, place.steps).map(([, code]) => code) : [];
    return codes.filter(isErrorCode).map(String);
  });
}
