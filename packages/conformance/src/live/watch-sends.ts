import { readCredential } from "../authentication/read-credential.ts";
import type { Document, Operation, SecurityScheme } from "../document/document.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";
import { describeLoss } from "../wire/record-sends.ts";
import type { OutgoingRequest, Send } from "../wire/send.ts";
import { NotAllowed } from "./guard-sends.ts";
import { BudgetSpent, Interrupted } from "./limit-sends.ts";

/** What came of one request: an answer, or the error of the network. */
export interface Seen {
  readonly operation: Operation | undefined;
  /** Whether credentials were shown: those for one operation may not be for another. */
  readonly bears: boolean;
  readonly response?: ReceivedResponse;
  readonly lost?: string;
}

interface Watched {
  readonly document: Document;
  /** Which operation a request is for. */
  readonly operationOf: (request: OutgoingRequest) => Operation | undefined;
}

/** Notes what came of each request. What we did not send ourselves is not noted. */
export function watchSends({ document, operationOf }: Watched, send: Send, seen: Seen[]): Send {
  return async (request) => {
    const operation = operationOf(request);
    const bears = Object.values(document.securitySchemes).some((scheme) => isBorne(scheme, request));
    try {
      const response = await send(request);
      seen.push({ operation, bears, response });
      return response;
    } catch (error) {
      const isOurs = [BudgetSpent, Interrupted, NotAllowed].some((own) => error instanceof own);
      if (!isOurs) seen.push({ operation, bears, lost: messageOf(error) });
      throw error;
    }
  };
}

function isBorne(scheme: SecurityScheme, request: OutgoingRequest): boolean {
  if (scheme.type === "http") return request.headers.has("authorization");
  if (scheme.type !== "apiKey") return false;
  return readCredential(scheme, request) !== undefined;
}

function messageOf(error: unknown): string {
  return (error as Error).name === "AbortError" ? "no answer in time" : describeLoss(error);
}
