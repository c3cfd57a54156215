import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canary, hits, printed } from "../test/canaries.ts";
import { type Bearer, bearers, getJob, logIn, logOut } from "../test/secret-bearers.ts";
import { service } from "../test/service.ts";
import { type Talkative, talkative, talkativeFetch } from "../test/talkative.ts";
import { logout } from "./auth/logout.ts";
import {
  type AnyPoll,
  type AnyResult,
  type Client,
  call,
  connect,
  createClient,
  type Hooks,
  type Operation,
  type Poll,
  RequestError,
  unwrap,
} from "./index.ts";
import { atMember } from "./read/answer-place.ts";
import { createVirtualClock } from "./testing/virtual-clock.ts";

/*
 * Not held here, since it is not kept:
 * - A credential with a line break or a NUL in its midst and another at its end: no header can hold it, and the
 *   platform says so with the half of it that is left.
 * - What has been spelled in another way than as it is, in JSON, in a URL or in a form by who throws an error.
 * - A name of the request that repeats a credential: the error leaves it out, the `response` and `retry` hooks are told.
 * - What openapi-fetch throws by itself under `http`, of a body that is no JSON or breaks off, is thrown as it is.
 * - Headers of the user's own (`headers: { authorization }`): they are secrets only if a credential sets them.
 */

type JobPoll = Poll<{ jobId: string }, unknown, unknown, unknown, unknown> & AnyPoll;
type Jobs = Client<{ getJob: Method }, Paths, { getJob: JobPoll }>;
type Method = (args: { jobId: string }) => Promise<AnyResult>;
interface Paths {
  "/jobs/{jobId}": { get: { responses: { 200: { content: { "application/json": unknown } } } } };
}

/** All that a program has in its hands when it uses a client, by name. */
async function handle(bearer: Bearer, talk: Talkative, one: string, two: string) {
  const events: unknown[] = [];
  const note = (event: unknown) => events.push(event);
  const hooks: Hooks = { request: note, response: note, retry: note, poll: note, settled: note };
  const described = {
    ...service,
    securitySchemes: { It: bearer.scheme },
    errorCodes: [atMember(["code"])],
    requestId: [atMember(["requestId"])],
  };
  const auth = bearer.make(one, two);
  const plain = talkativeFetch(talk);
  const fetch = bearer.before?.(plain, one, two) ?? plain;
  const options = { auth, fetch, hooks, clock: createVirtualClock(), retry: { attempts: 2 } };
  const client = createClient<Jobs>(
    described,
    { getJob, logIn, logOut },
    options,
    () => import("./wait/waiting.ts"),
  );
  const connection = connect(described, options);
  const job = { jobId: "j1" };

  const ended = await Promise.all([
    endOf(client.getJob(job)),
    endOf(client.orThrow.getJob(job)),
    endOf(unwrap(call(connection, getJob as Operation<typeof job, AnyResult>, job))),
    endOf(client.settle("getJob", job, { deadline: "10m" })),
  ]);
  const byHttp = await endOf(client.http.GET("/jobs/{jobId}", { params: { path: job } } as never));
  if (!("error" in byHttp) || byHttp.error instanceof RequestError) ended.push(byHttp);
  ended.push(await endOf(client.logout()), await endOf(logout(connection)));
  return {
    errors: ended.flatMap((end) => ("error" in end ? [end.error] : [])),
    // The service itself has put into them what it was sent.
    results: talk.echoes ? [] : ended.flatMap((end) => ("result" in end ? [end.result] : [])),
    events,
    objects: [client, client.http, connection, auth],
  };
}

async function expectSilence(bearer: Bearer, talk: Talkative, one: string, two: string): Promise<void> {
  const { errors, results, events, objects } = await handle(bearer, talk, one, two);
  const isUnsendable = (error: unknown) => error instanceof TypeError && /cannot be sent/.test(error.message);
  for (const error of errors) if (!isUnsendable(error)) expect(error).toBeInstanceOf(RequestError);
  const texts = { results: printed(results), events: printed(events), objects: printed(objects) };
  for (const [where, text] of Object.entries({ ...texts, errors: errors.map(printed).join("\n") })) {
    const what = { when: talk.name, where };
    expect({ ...what, hits: hits(text, [one, two]) }).toEqual({ ...what, hits: [] });
  }
}

async function endOf(promise: Promise<unknown>): Promise<{ result: unknown } | { error: unknown }> {
  return promise.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
}

describe("no secret is printed", () => {
  // Six runs of all that a service may say: a busy machine takes its time over them.
  it.each(bearers)("of $name", { timeout: 60_000 }, async (bearer) => {
    const secret = bearer.of ?? canary;
    const property = fc.asyncProperty(secret, secret, async (one, two) => {
      await Promise.all(talkative.map((talk) => expectSilence(bearer, talk, one, two)));
    });
    await fc.assert(property, { numRuns: 6 });
  });

  it("where it would be found", () => {
    const secret = 'é"\\ canary/+';
    const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(`ann:${secret}`)));
    const spelled = [
      secret,
      JSON.stringify(secret),
      encodeURIComponent(secret),
      base64,
      printed({ secret }),
      printed(new Error("x", { cause: new Error(secret) })),
      printed({ a: { b: { c: { d: [secret] } } } }),
    ];
    for (const text of spelled) expect(hits(text, [secret])).not.toEqual([]);
  });
});
