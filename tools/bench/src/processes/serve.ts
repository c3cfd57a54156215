/** A server that gives one documented answer, whatever it is asked. Prints its port. */
import { createServer } from "node:http";
import { loadInstalled } from "./load-installed.ts";

const [folder = "", name = "", id = ""] = process.argv.slice(2);
const { createClient } = await loadInstalled(folder, `@settled/${name}-client`);
const { createMock, succeeded } = await loadInstalled(folder, `@settled/${name}-client/testing`);

// What the mock answers, once: a documented sample.
let body = "";
const { fetch } = createMock({ [id]: succeeded() });
const client = createClient({
  baseUrl: "https://api.example",
  fetch: async (url: string, init: RequestInit) => {
    const response = (await fetch(url, init)) as Response;
    body = await response.clone().text();
    return response;
  },
});
await client[id](JSON.parse(process.argv[5] ?? "{}"));

const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(body);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : "");
});
