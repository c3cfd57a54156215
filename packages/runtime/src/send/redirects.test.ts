import { describe, expect, it } from "vitest";
import { connectTo, getJob, startJob } from "../../test/attempts.ts";
import { withLoopback } from "../../test/loopback.ts";
import type { JobsClient } from "../../test/paths.ts";
import { operations, service } from "../../test/service.ts";
import { basic, call, createClient, unwrap } from "../index.ts";

const HINT = "No redirect is followed: credentials would go along. Is baseUrl right?";

/** Runs against a server that sends all requests elsewhere; tells how many came to each. */
async function redirected(
  status: number,
  place: "another port" | "the same port",
  use: (client: JobsClient) => Promise<unknown>,
) {
  let here = 0;
  let there = 0;
  const answer = async () => {
    there++;
    return Response.json({ state: "DONE" });
  };
  const came = await withLoopback(answer, async (elsewhere) => {
    const lead = async ({ url }: Request) => {
      here++;
      if (new URL(url).pathname === "/moved") return answer();
      const location = place === "another port" ? `${elsewhere}/moved` : "/moved";
      return new Response(null, { status, headers: { location } });
    };
    return withLoopback(lead, (baseUrl) =>
      use(createClient<JobsClient>(service, operations, { baseUrl, auth: basic("ann", "canary") })),
    );
  });
  return { came, here, there };
}

const faultOf = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe("a redirect", () => {
  const rows = [301, 302, 303, 307, 308].flatMap((status) => [
    { status, given: "another port" as const },
    { status, given: "the same port" as const },
  ]);

  it.each(rows)("by $status to $given is not followed", async ({ status, given }) => {
    for (const send of [
      (client: JobsClient) => client.getJob({ jobId: "j1" }),
      (client: JobsClient) => client.startJob({ name: "n" }),
    ]) {
      const { came, here, there } = await redirected(status, given, (client) =>
        faultOf(unwrap(send(client))),
      );
      expect([here, there]).toEqual([1, 0]);
      expect(came).toMatchObject({ name: "RequestError", reason: "redirect", status, retryable: false });
      expect((came as Error).message).toMatch(
        new RegExp(`^\\w+ ${status} \\((GET|POST) http://[^)]+\\) ${HINT}`),
      );
    }
  });

  it.each(rows)("by $status to $given is not followed by path either", async ({ status, given }) => {
    const { came, here, there } = await redirected(status, given, async ({ http }) => {
      const { data, error, response } = await http.GET("/jobs/{jobId}", {
        params: { path: { jobId: "j1" } },
      });
      expect([data, response.status]).toEqual([undefined, status]);
      return faultOf(unwrap({ ok: false, status, error, response }));
    });
    expect([here, there]).toEqual([1, 0]);
    expect(came).toMatchObject({ reason: "redirect", status, retryable: false });
    expect((came as Error).message).toContain(HINT);
  });

  it("is not followed either where fetch options ask for it", async () => {
    const seen: unknown[] = [];
    const client = createClient<JobsClient>(service, operations, {
      fetchOptions: { redirect: "follow" },
      fetch: async (_, { redirect }) => {
        seen.push(redirect);
        return Response.json({});
      },
    });
    await client.getJob({ jobId: "j1" });
    await client.http.GET("/jobs");
    expect(seen).toEqual(["manual", "manual"]);
  });

  it.each([
    { given: getJob, args: { jobId: "j1" } },
    { given: startJob, args: { name: "n" } },
  ])("that the platform hides, as browsers do, is known: $given.id", async ({ given, args }) => {
    const hidden = () =>
      Object.defineProperties(new Response(null), {
        type: { value: "opaqueredirect" },
        status: { value: 0 },
        ok: { value: false },
      });
    const { connection, sent } = connectTo([hidden]);
    const fault = await faultOf(unwrap(call(connection, given, args)));
    expect(fault).toMatchObject({ reason: "redirect", retryable: false });
    expect((fault as Error).message).toContain(HINT);
    expect(sent).toHaveLength(1);
  });

  it("is not what a 304 is, nor a 300 that leads nowhere", async () => {
    for (const status of [300, 304]) {
      const { connection } = connectTo([() => new Response(null, { status })]);
      const fault = await faultOf(unwrap(call(connection, getJob, { jobId: "j1" })));
      expect(fault).toMatchObject({ reason: "status", status });
    }
  });
});
