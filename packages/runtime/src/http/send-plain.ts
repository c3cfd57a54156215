import type { Connection } from "../connection.ts";
import type { OperationDescription } from "../operation-description.ts";
import { readAnswer } from "../read/read-answer.ts";
import { sendRequest } from "../send/send-request.ts";
import type { WireRequest } from "../wire-request.ts";

/**
 * Sends what openapi-fetch made of a call. The answer is read to its end like any other, so that the time-out and the
 * retries are for its body too; openapi-fetch gets what was read.
 */
export function sendPlain(
  connection: Connection,
  operation: OperationDescription,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { signal } = request;
    const wire = await toWireRequest(connection, operation, request);
    const read = async (response: Response) => ({
      ...(await readAnswer(connection, operation, response.clone())),
      response,
    });
    const mayRepeat = isRepeatable(operation, request);
    return (await sendRequest(connection, operation, wire, mayRepeat, { signal }, read)).response;
  };
}

/** Whether sending it twice does no more than sending it once, as far as the document and an idempotency token tell. */
function isRepeatable(operation: OperationDescription, { url }: Request): boolean {
  const { idempotencyToken: token, safe } = operation;
  return !!safe || (token !== undefined && new URL(url).searchParams.has(token.name));
}

async function toWireRequest(
  { inVersion }: Connection,
  { accept }: OperationDescription,
  request: Request,
): Promise<WireRequest> {
  const { method, url } = request;
  // Not every browser tells by `request.body` whether there is one.
  const body = new Uint8Array(await request.arrayBuffer());
  const headers = { accept: inVersion(accept), ...Object.fromEntries(request.headers) };
  return { method, url, headers, body: body.length > 0 ? body : undefined };
}
