import { expect, it } from "vitest";
import { connectTo, listJobs, service } from "../../test/waiting.ts";
import { createClient } from "../create-client.ts";

interface Plain {
  readonly http: {
    GET(path: string, init?: object): Promise<unknown>;
    use(...middleware: unknown[]): void;
    eject(...middleware: unknown[]): void;
  };
}

it("has each call go through what was registered when it was made, in that order", async () => {
  const { connection } = connectTo([{ state: "DONE" }]);
  const { fetch, clock } = connection;
  const client = createClient<Plain>(service, { listJobs }, { fetch, clock });
  const told: string[] = [];
  const named = (name: string) => ({ onRequest: () => void told.push(name) });
  const [a, b, c] = [named("a"), named("b"), named("c")];
  client.http.use(a, undefined, b);
  const first = client.http.GET("/jobs", { middleware: [named("own")] });
  client.http.eject(a, c);
  client.http.use(c);
  const second = client.http.GET("/jobs");
  await Promise.all([first, second]);
  client.http.eject(b);
  await client.http.GET("/jobs");
  const count = (name: string) => told.filter((one) => one === name).length;
  expect({ a: count("a"), b: count("b"), c: count("c"), own: count("own") }).toEqual({
    a: 1,
    b: 2,
    c: 2,
    own: 1,
  });
  expect(told.slice(-1)).toEqual(["c"]);
});
