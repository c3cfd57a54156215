/** A request as `fetch` puts it on the wire. */
export async function writeRequest(request: Request): Promise<Uint8Array> {
  const { host, pathname, search } = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const lines = [
    `${request.method} ${pathname}${search} HTTP/1.1`,
    `host: ${host}`,
    "connection: keep-alive",
    ...[...request.headers].map(([name, value]) => `${name}: ${value}`),
    ...Object.entries(OWN).flatMap(([name, value]) =>
      request.headers.has(name) ? [] : [`${name}: ${value}`],
    ),
    ...(body.length > 0 ? [`content-length: ${body.length}`] : []),
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), body]);
}

/** What `fetch` adds of its own. */
const OWN = {
  accept: "*/*",
  "accept-language": "*",
  "sec-fetch-mode": "cors",
  "user-agent": "node",
  "accept-encoding": "gzip, deflate",
};
