import type { CheckName } from "../checks/finding.ts";

/** What a check looks at, for those who meet its name in a report. */
export interface CheckHelp {
  readonly title: string;
  readonly help: string;
}

/** What each check is about. */
export const CHECK_HELP: Readonly<Record<CheckName, CheckHelp>> = {
  request: {
    title: "The request is as documented",
    help: "Method, path, parameters, headers and body of what the client sent are held against the operation's parameters and request body.",
  },
  authentication: {
    title: "The request carries documented credentials",
    help: "One of the operation's security requirements is met, by the credentials that were handed out; a signature is computed anew.",
  },
  "status-code": {
    title: "The status is documented",
    help: "The status of the answer is one of the operation's responses: an exact code beats a range, a range beats default. A documented error where a success was asked for is a finding too.",
  },
  "content-type": {
    title: "The media type is documented",
    help: "The Content-Type of the answer is a documented one: type and subtype without case, parameters as a set (RFC 9110 §8.3.1).",
  },
  "response-headers": {
    title: "The headers are as documented",
    help: "Each documented header of the response is there if it is required, and its value fits its schema. A Content-Encoding names content codings (RFC 9110 §8.4.1).",
  },
  "response-schema": {
    title: "The body is as documented",
    help: "The body fits its schema, holds documented members only, each once, and enough of the documented sample to prove something. Its raw text is judged: int64, duplicate members, byte order marks.",
  },
  "error-code": {
    title: "The error code is documented",
    help: "The machine-readable code of an error is one that the document lists for its status.",
  },
  "operation-status": {
    title: "The state of the operation has a meaning",
    help: "The state of a long-running operation is one that the document gives a meaning to (x-lro-status).",
  },
  "client-result": {
    title: "The client hands over what came",
    help: "What the client gives its caller is what was on the wire: a success as a success, a failure as a failure, whole.",
  },
};
