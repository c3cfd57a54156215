import { expect, it } from "vitest";
import { operations, service } from "../../test/service.ts";
import { call, connect, form } from "../index.ts";

it.each([
  { given: {}, want: null },
  { given: { JobId: "j1" }, want: "JobId=j1" },
])("a form of $given goes to fetch as $want", async ({ given, want }) => {
  const bodies: unknown[] = [];
  const fetch = async (_: string, { body }: RequestInit) => {
    bodies.push(body);
    return Response.json({});
  };
  const mediaType = "application/x-www-form-urlencoded";
  const body = { mediaType, write: form, required: true } as const;
  await call(connect(service, { fetch }), { ...operations.findJob, body }, given);
  expect(bodies).toEqual([want]);
});
