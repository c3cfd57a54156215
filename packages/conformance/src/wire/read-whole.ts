/** A longer body, packed or not, is no answer that anybody judges, in bytes: whoever sends gigabytes takes the memory. */
export const LONGEST_BODY: number = 64 * 1024 * 1024;

/**
 * All that a stream holds.
 *
 * @throws Error when that is more than there is room for; the stream is ended then.
 */
export async function readWhole(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LONGEST_BODY) throw new Error(`the body is longer than ${LONGEST_BODY / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks);
}
