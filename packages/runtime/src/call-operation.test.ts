import { describe, expect, it } from "vitest";
import type { Operations, paths } from "../test/paths.ts";
import { service } from "../test/service.ts";
import { stubFetch } from "../test/stub-fetch.ts";
import { createClient } from "./index.ts";

const answer = (body: string | null, status: number, type?: string) => () =>
  new Response(body, { status, ...(type !== undefined && { headers: { "content-type": type } }) });

const ping = (given: () => Response) => createClient<Operations, paths>(service, stubFetch(given)).ping();

describe("a result", () => {
  const rows = [
    { given: answer('{"a":1}', 200, "application/json"), want: { ok: true, status: 200, data: { a: 1 } } },
    {
      given: answer('{"a":1}', 200, "application/vnd.x.v3+json;charset=UTF-8"),
      want: { ok: true, data: { a: 1 } },
    },
    { given: answer('{"a":1}', 201, "text/plain"), want: { ok: true, status: 201, data: '{"a":1}' } },
    { given: answer("", 200, "application/json"), want: { ok: true, data: undefined } },
    { given: answer(null, 204), want: { ok: true, status: 204, data: undefined } },
    { given: answer("false", 200, "application/json"), want: { ok: true, data: false } },
    {
      given: answer('{"code":"X"}', 404, "application/json"),
      want: { ok: false, status: 404, error: { code: "X" } },
    },
    { given: answer("404", 404, "text/plain"), want: { ok: false, status: 404, error: "404" } },
    {
      given: answer("<h1>Bad gateway</h1>", 502, "text/html"),
      want: { ok: false, error: "<h1>Bad gateway</h1>" },
    },
    {
      given: answer("<h1>Bad gateway</h1>", 502, "application/json"),
      want: { error: "<h1>Bad gateway</h1>" },
    },
    { given: answer("<a/>", 200, "application/atom+xml"), want: { ok: true, data: "<a/>" } },
    { given: answer("", 500, "application/json"), want: { ok: false, status: 500, error: undefined } },
    { given: answer(null, 401), want: { ok: false, status: 401, error: undefined } },
  ];

  it.each(rows)("$want", async ({ given, want }) => {
    const result = await ping(given);
    expect(result).toMatchObject(want);
    // Data or error, never both and never neither, even where the value is undefined.
    expect(Object.keys(result).sort()).toEqual(
      [result.ok ? "data" : "error", "ok", "response", "status"].sort(),
    );
    expect(result.response.status).toBe(result.status);
  });

  it.each([
    { given: "application/zip", want: "application/zip" },
    { given: "Image/PNG", want: "image/png" },
  ])("is a Blob where the body is neither JSON nor text: $given", async ({ given, want }) => {
    const result = await ping(
      () => new Response(new Uint8Array([0, 255]), { headers: { "content-type": given } }),
    );
    const { data } = result as { data: Blob };
    expect([...new Uint8Array(await data.arrayBuffer())]).toEqual([0, 255]);
    expect(data.type).toBe(want);
    expect(await ping(answer("", 200, given))).toMatchObject({ ok: true, data: undefined });
  });

  it("is an error that names the operation where a success is not the JSON it says it is", async () => {
    const error = await ping(answer("<html>", 200, "application/json; charset=utf-8")).catch(
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toContain("ping 200");
    expect(error.message).toContain("application/json; charset=utf-8");
    expect(error.cause).toBeInstanceOf(SyntaxError);
    expect(error.response.status).toBe(200);
  });

  it("is thrown if there was no response", async () => {
    const reset = new TypeError("fetch failed");
    const client = createClient<Operations, paths>(service, { fetch: () => Promise.reject(reset) });
    await expect(client.ping()).rejects.toBe(reset);
  });
});
