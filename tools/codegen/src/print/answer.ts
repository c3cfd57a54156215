import { errorCode } from "../describe/error-code.ts";
import type { Response } from "../describe/responses.ts";
import { listedCodes, type UsualCodes } from "../describe/usual-codes.ts";

/** The documented answers of an operation; those that come with no more than the usual codes are one: `usual 400, 403`. */
export function printAnswers(responses: readonly Response[], usual: UsualCodes): string[] {
  const answers = responses.map((response) => {
    const listed = listedCodes(response);
    const codes = usual.get(response.status) ?? [];
    const isUsual = codes.length > 0 && codes.every((code) => listed.includes(code));
    const own = isUsual ? listed.filter((code) => !codes.includes(code)) : listed;
    return { response, isUsual, own };
  });
  const asUsual = answers.filter(({ isUsual, own }) => isUsual && own.length === 0);
  return [
    ...answers
      .filter((answer) => !asUsual.includes(answer))
      .map(({ response, isUsual, own }) => {
        const codes = [...(isUsual ? [USUAL] : []), ...printCodes(response, own)];
        return codes.length > 0 ? `${response.status}: ${codes.join(", ")}` : response.status;
      }),
    ...(asUsual.length > 0 ? [`${USUAL} ${asUsual.map(({ response }) => response.status).join(", ")}`] : []),
  ];
}

const USUAL = "**usual**";

/** Codes of an answer: the successful ones marked, and an open list left open. */
export function printCodes({ fields }: Response, codes: readonly (string | number)[]): string[] {
  const field = errorCode(fields);
  const keyword = field?.schema["x-lro-error-code"];
  const success = typeof keyword === "object" ? keyword.success : [];
  const printed = codes.map((code) => (success.includes(code) ? `\`${code}\` (success)` : `\`${code}\``));
  return field?.values?.open ? [...printed, "…"] : printed;
}
