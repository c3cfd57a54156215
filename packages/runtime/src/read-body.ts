import { isJson, isText } from "./media-type.ts";

/**
 * Reads a response's body by its declared type: JSON as its value, text as it is, anything else as a Blob, nothing
 * as `undefined`. What declares no type is taken for text.
 *
 * @throws Error, with the response as its `response`, if a success declares JSON and holds something else.
 */
export async function readBody(operationId: string, response: Response): Promise<unknown> {
  const contentType = response.headers.get("content-type") ?? "";
  if (contentType !== "" && !isJson(contentType) && !isText(contentType)) {
    const blob = await response.blob();
    return blob.size > 0 ? blob : undefined;
  }

  const text = await response.text();
  if (text === "") return undefined;
  if (!isJson(contentType)) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    // A proxy's page under a JSON label is still best known by its status.
    if (!response.ok) return text;
    const message = `${operationId} ${response.status}: the body is not the ${contentType} that it is declared to be`;
    throw Object.assign(new Error(message, { cause }), { response });
  }
}
