import { describe, expect, test } from "vitest";
import { createUser, type Given, type WorldUser } from "../../../test/world-user.ts";
import { createDocument } from "../../document/create-document.ts";
import type { Json, JsonObject } from "../../document/json.ts";

const ID = "job-5d17f9a2";
const job = (more: object) => ({ id: ID, state: "RUNNING", owner: "ada", ...more });
const JOB = { $ref: "#/components/schemas/Job" };
const answer = (value: Json, more: object = {}, schema: object = JOB) => ({
  "200": {
    description: "It went well.",
    content: {
      "application/json": { schema, examples: { one: { value } } },
    },
    ...more,
  },
});
const parameter = (name: string, example: string) => ({
  ...{ name, in: "path", required: true, schema: { type: "string" }, example },
});
const jobId = { jobId: "$response.body#/id", site: "$request.path.site" };

/** Jobs of a site, and a list of them that has no pages. */
const documentWith = (listed: Json) =>
  createDocument(
    {
      openapi: "3.1.1",
      servers: [{ url: "http://sandbox.invalid" }],
      paths: {
        "/{site}/jobs": {
          parameters: [parameter("site", "main")],
          post: {
            operationId: "startJob",
            responses: answer(job({}), { links: { job: { operationId: "getJob", parameters: jobId } } }),
          },
          get: { operationId: "getJobs", responses: answer(listed, {}, { type: "object" }) },
        },
        "/{site}/jobs/{jobId}": {
          parameters: [parameter("site", "main"), parameter("jobId", ID)],
          get: { operationId: "getJob", responses: answer(job({ href: `https://x.example/jobs/${ID}` })) },
          delete: { operationId: "deleteJob", responses: { "204": { description: "Gone." } } },
        },
      },
      components: {
        schemas: {
          Job: {
            type: "object",
            properties: {
              id: { type: "string" },
              state: {
                type: "string",
                enum: ["RUNNING", "DONE", "FAILED"],
                "x-lro-status": { running: ["RUNNING"], succeeded: ["DONE"], failed: ["FAILED"] },
              },
            },
          },
        },
      },
    } as unknown as JsonObject,
    "jobs",
  );

const started = (listed: Json): { user: WorldUser; ids: string[] } => {
  const user = createUser(documentWith(listed));
  for (const site of ["main", "main", "other"]) user.call("startJob", { site });
  return { user, ids: user.world.executions().map(({ id }) => id) };
};
const list = (user: WorldUser, given: Given = { site: "main" }) => user.call("getJobs", given).draft?.value;

describe("a list without pages tells what was started, in the form of the documented item", () => {
  test.each<{ name: string; given: Json; want: (id: string) => Json; around: (items: Json[]) => Json }>([
    {
      name: "members",
      given: { total: 1, jobs: [{ id: ID, state: "DONE", href: "string", other: 1 }] },
      want: (id) => ({ id, state: "RUNNING", href: `https://x.example/jobs/${id}`, other: 1 }),
      around: (jobs) => ({ total: 2, jobs }),
    },
    {
      name: "members as objects, beside links elsewhere",
      given: {
        found: {
          count: 1,
          start: 0,
          link: [
            { rel: "up" },
            {
              at: [
                { name: "id", value: ID },
                { name: "state", value: "DONE" },
              ],
            },
          ],
        },
      },
      want: (id) => ({
        at: [
          { name: "id", value: id },
          { name: "state", value: "RUNNING" },
        ],
      }),
      around: (items) => ({ found: { count: 2, start: 0, link: [{ rel: "up" }, ...items] } }),
    },
    {
      name: "ids alone",
      given: { ids: [ID], total: "1" },
      want: (id) => id,
      around: (ids) => ({ ids, total: "1" }),
    },
  ])("$name", ({ given, want, around }) => {
    const { user, ids } = started(given);
    expect(list(user)).toEqual(around(ids.slice(1).map(want)));
  });

  test.each<{ why: string; given: Json }>([
    { why: "no documented id is in it", given: { jobs: [{ id: "job-other" }] } },
    { why: "it is empty", given: { jobs: [] } },
    { why: "it is no list", given: { job: { id: ID, state: "DONE" } } },
  ])("and stays as documented where $why", ({ given }) => {
    expect(list(started(given).user)).toEqual(given);
  });
});

test("it tells what is at the same address alone, and what was deleted no more", () => {
  const { user, ids } = started({ ids: [ID] });
  const [other, second = "", first] = ids;
  expect(list(user)).toEqual({ ids: [second, first] });
  expect(list(user, { site: "other" })).toEqual({ ids: [other] });
  expect(list(user, { site: "nowhere" })).toEqual({ ids: [ID] });
  user.call("deleteJob", { site: "main", jobId: second });
  expect(list(user)).toEqual({ ids: [first] });
});

test("it tells what time has made of them", () => {
  const user = createUser(documentWith({ jobs: [{ id: ID, state: "x" }] }), { by: "time", step: 1000 });
  user.call("startJob", { site: "main" });
  user.clock.advance(60_000);
  const [{ id = "" } = {}] = user.world.executions();
  expect(list(user)).toEqual({ jobs: [{ id, state: "DONE" }] });
});
