import { VERDICTS } from "../report/report.ts";
import type { CassetteHeader } from "./recorded.ts";

type Members = Readonly<Record<string, unknown>>;

/** What keeps a line of a cassette from being judged: where it is not as settled writes it. */
export function cassetteFault(line: unknown, kind: CassetteHeader["kind"]): string | undefined {
  if (!isObject(line)) return "no object";
  if ("cassette" in line) return "another cassette begins here";
  if ("end" in line) return isEnd(line.end) ? undefined : "an end that does not say of what";
  if ("sent" in line) return isNumber(line.sent) ? undefined : "sent is no number";
  const isExchange = line.case !== undefined || (kind === "traffic" && line.unjudged === undefined);
  if (isExchange && line.request === undefined) return "no request";
  for (const name in line) {
    if (MEMBERS[name]?.(line[name]) === false) return `${name} is not as settled writes it`;
  }
  return undefined;
}

/** What a line may have, and what each must be. */
const MEMBERS: Readonly<Record<string, (member: unknown) => boolean>> = {
  case: isCase,
  request: isRequest,
  response: isAnswer,
  lost: (lost) => isObject(lost) && isText(lost.message),
  unjudged: isText,
  shown: isShown,
  all: isVerdicts,
  entries: (entries) => isObject(entries) && Object.values(entries).every(isVerdicts),
  said: (said) => isList(said, isSaid),
};

function isEnd(end: unknown): boolean {
  if (!isObject(end)) return false;
  const { cases, duration, proved, report } = end;
  return isNumber(cases) && isNumber(duration) && typeof proved === "boolean" && isObject(report);
}

function isCase(given: unknown): boolean {
  return isObject(given) && areTexts(given.operation, given.name) && isObject(given.arguments);
}

function isRequest(given: unknown): boolean {
  if (!isObject(given)) return false;
  const { method, url, sentAt } = given;
  return isText(method) && isText(url) && URL.canParse(url) && isNumber(sentAt) && isMessage(given);
}

function isAnswer(given: unknown): boolean {
  return isObject(given) && isNumber(given.status) && isMessage(given);
}

function isMessage({ headers, text = "", base64 = "" }: Members): boolean {
  return isList(headers, isHeader) && isText(text) && isText(base64);
}

function isHeader(given: unknown): boolean {
  return Array.isArray(given) && given.length === 2 && isText(given[0]) && isText(given[1]);
}

function isShown(given: unknown): boolean {
  if (!isObject(given) || !isObject(given.request)) return false;
  const { request, response } = given;
  if (!areTexts(given.operation, given.case, request.method, request.url)) return false;
  return [request, ...(response === undefined ? [] : [response])].every(
    (message) => isObject(message) && isList(message.headers, isHeader) && isExcerpt(message.body),
  );
}

function isExcerpt(body: unknown): boolean {
  return body === undefined || (isObject(body) && typeof body.text === "string");
}

function isSaid(given: unknown): boolean {
  if (!isObject(given) || typeof given.check !== "string") return false;
  return isList(given.findings, (finding) => isObject(finding) && isFound(finding));
}

function isVerdicts(given: unknown): boolean {
  return isList(given, isEntry);
}

function isEntry(given: unknown): boolean {
  return isObject(given) && areTexts(given.check, given.operation, given.case, given.curl) && isFound(given);
}

function isFound({ verdict, expected, received }: Members): boolean {
  return VERDICTS.some((one) => one === verdict) && areTexts(expected, received);
}

function isList(given: unknown, isOne: (one: unknown) => boolean): given is unknown[] {
  return Array.isArray(given) && given.every(isOne);
}

function areTexts(...given: unknown[]): boolean {
  return given.every(isText);
}

function isText(given: unknown): given is string {
  return typeof given === "string";
}

function isNumber(given: unknown): boolean {
  return typeof given === "number";
}

function isObject(given: unknown): given is Members {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
