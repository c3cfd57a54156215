import { describe, expect, test } from "vitest";
import { arriving, gateOf, loadSpecs, operationOf, START } from "../../../test/gates.ts";
import type { Arguments } from "../../cases/test-case.ts";
import type { Document, Operation } from "../../document/document.ts";
import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import { valueAt } from "../../document/pointer.ts";
import { type Draft, draftOf } from "../draft.ts";
import type { Received } from "../received.ts";
import type { Violation } from "../violation.ts";
import type { Gate } from "./gate.ts";

interface Way extends JsonObject {
  readonly login: string;
  readonly token: string;
}

interface Row {
  readonly name: string;
  readonly document: Document;
  readonly scheme: string;
  readonly way: Way;
}

const HOUR = 3_600_000;

const rows = (await loadSpecs()).flatMap((document) =>
  Object.keys(document.securitySchemes).flatMap((scheme): Row[] => {
    const ways = valueAt(document.root, `#/components/securitySchemes/${scheme}/x-session`);
    return (Array.isArray(ways) ? (ways as Way[]) : []).map((way) => {
      const names = JSON.stringify(way.arguments ?? {}).match(/(?<=\$inputs\.)\w+/g) ?? [];
      return { name: `${way.then ?? way.login} ${names.join(" ")}`, document, scheme, way };
    });
  }),
);

test("there are ways to log in", () => {
  expect(rows.length).toBeGreaterThanOrEqual(15);
  expect(rows.some(({ way }) => way.then)).toBe(true);
});

describe.each(rows)("$document.name, $name", ({ document, scheme, way }) => {
  const guarded = document.operations.find(({ security }) => security.some(([one]) => one === scheme));
  const login = operationOf(document, way.login);
  const secrets =
    JSON.stringify(way.arguments ?? {}).match(/\$inputs\.\w*(user|password|token|cookie)\w*/gi) ?? [];
  const inputs = { domain: "acme", org: "acme", project: "acme", context: "acme" };

  test("leads to a token that is let in", () => {
    const { gate } = gateOf(document);
    expect(admitted(gate, logIn(gate).token)).toBe("admitted");
  });

  test("does not ask for what is optional", () => {
    const { gate } = gateOf(document);
    expect(identify(gate, login, fill(way.arguments ?? {}, {}))).toEqual([]);
  });

  test.each(secrets)("refuses another %s", (expression) => {
    const { gate } = gateOf(document);
    const given = fill(way.arguments ?? {}, { ...inputs, [expression.replace("$inputs.", "")]: "somebodys" });
    const found = identify(gate, login, given);
    expect(found.map(({ mistake }) => mistake)).toEqual(["credentialsWrong"]);
    expect(found[0]?.received).not.toContain("somebodys");
  });

  test.each(secrets)("refuses to go without %s", (expression) => {
    const { gate } = gateOf(document);
    const given = fill(way.arguments ?? {}, { ...inputs, [expression.replace("$inputs.", "")]: undefined });
    const mistakes = identify(gate, login, given).map(({ mistake }) => mistake);
    expect(mistakes).toEqual(["credentialsMissing"]);
  });

  test("ends by lapse(), and by the lifetime that the sandbox was told", () => {
    const { gate, clock } = gateOf(document, { sessionLifetime: 1000 });
    const { token, expires } = logIn(gate);
    if (typeof expires === "number") expect(expires).toBe(1);
    if (typeof expires === "string") expect(Date.parse(expires)).toBe(START + 1000);
    expect(admitted(gate, token)).toBe("admitted");
    clock.advance(1000);
    expect(admitted(gate, token)).toBe("sessionLapsed");
    const other = logIn(gate).token;
    gate.lapse();
    expect(admitted(gate, other)).toBe("sessionLapsed");
  });

  if (way.idle) {
    test("ends when it is not used", () => {
      const { gate, clock } = gateOf(document);
      const { token } = logIn(gate);
      clock.advance(24 * 60_000);
      expect(admitted(gate, token)).toBe("admitted");
      clock.advance(24 * 60_000);
      expect(admitted(gate, token)).toBe("admitted");
      clock.advance(30 * 60_000);
      expect(admitted(gate, token)).toBe("sessionLapsed");
    });
  }

  if (way.lifetime) {
    test("ends at last, however much it is used", () => {
      const { gate, clock } = gateOf(document);
      const { token } = logIn(gate);
      const begun = clock.now();
      while (admitted(gate, token) === "admitted" && clock.now() < begun + 48 * HOUR) clock.advance(HOUR / 4);
      expect(`PT${(clock.now() - begun) / HOUR}H`).toBe(way.lifetime);
    });
  }

  if (way.logout) {
    test("ends by logging out", () => {
      const { gate } = gateOf(document);
      const [token, other] = [logIn(gate).token, logIn(gate).token];
      const operation = operationOf(document, String(way.logout));
      const none = { path: {}, query: {}, header: {}, cookie: {} };
      gate.present(receive(operation, none, bearing(token)), draftOf(document, operation) as Draft);
      expect(admitted(gate, token)).toBe("sessionLapsed");
      expect(admitted(gate, other)).toBe("admitted");
    });
  }

  if (login.security.length > 0) {
    test("asks for name and password as HTTP Basic", () => {
      const { gate } = gateOf(document);
      const ask = (text: string) => {
        const authorization = `Basic ${Buffer.from(text).toString("base64")}`;
        return gate.admit(login, arriving({ headers: { authorization } })).map(({ mistake }) => mistake);
      };
      expect(ask("developer@acme:not-a-password")).toEqual([]);
      expect(ask("developer@acme:other")).toEqual(["credentialsWrong"]);
      expect(gate.admit(login, arriving({}))).toMatchObject([{ mistake: "credentialsMissing" }]);
    });
  }

  function logIn(gate: Gate): { readonly token: string; readonly expires: Json | undefined } {
    let last = present(gate, login, fill(way.arguments ?? {}, inputs));
    if (typeof way.then === "string") last = present(gate, operationOf(document, way.then), handed(last));
    const token = String(at(last, way.token));
    // It is none that the document shows.
    expect(JSON.stringify(document.root)).not.toContain(`"${token}"`);
    expect(token.length).toBeLessThanOrEqual(64);
    return { token, expires: typeof way.expires === "string" ? at(last, way.expires) : undefined };
  }

  /** The arguments of the second operation, as the link of the first one's answer has them. */
  function handed({ response, value }: Draft): JsonObject {
    const links = valueAt(document.root, `${response.pointer}/links`);
    const link = Object.values(isObject(links) ? links : {}).find(
      (one) => isObject(one) && one.operationId === way.then,
    );
    const body = JSON.stringify((link as JsonObject).requestBody);
    return JSON.parse(
      body.replace(/\$response\.body(#[^"]*)/g, (_, pointer) => String(valueAt(value ?? null, pointer))),
    );
  }

  function present(gate: Gate, operation: Operation, given: JsonObject): Draft {
    const received = receive(operation, argumentsOf(operation, given));
    expect(gate.identify(received)).toEqual([]);
    return gate.present(received, draftOf(document, operation) as Draft);
  }

  function identify(gate: Gate, operation: Operation, given: JsonObject): readonly Violation[] {
    return gate.identify(receive(operation, argumentsOf(operation, given)));
  }

  function receive(operation: Operation, given: Arguments, headers = {}): Received {
    const request = arriving({ method: operation.method, headers });
    return { document, operation, request, preference: {}, arguments: given };
  }

  function bearing(token: string): Record<string, string> {
    const found = document.securitySchemes[scheme];
    return found?.type === "apiKey" ? { [found.name]: token } : { authorization: `Bearer ${token}` };
  }

  function admitted(gate: Gate, token: string): string {
    const request = arriving({ headers: bearing(token) });
    return gate.admit(guarded as Operation, request)[0]?.mistake ?? "admitted";
  }
});

/** The arguments of a way; what it calls a name, a password or a token is what was handed out for development. */
function fill(pattern: Json, inputs: Readonly<Record<string, string | undefined>>): JsonObject {
  return JSON.parse(JSON.stringify(pattern), (_, value) => {
    const [, name] = /^\$inputs\.(.+)$/.exec(String(value)) ?? [];
    if (name === undefined) return value;
    if (Object.hasOwn(inputs, name)) return inputs[name];
    if (/password/i.test(name)) return "not-a-password";
    if (/token|cookie/i.test(name)) return "not-a-token";
    return /user/i.test(name) ? "developer" : undefined;
  });
}

/** Arguments by name, each in its place. */
function argumentsOf({ parameters, requestBody }: Operation, given: JsonObject): Arguments {
  const places: Record<string, JsonObject> = { path: {}, query: {}, header: {}, cookie: {} };
  let body: JsonObject | undefined;
  for (const [name, value] of Object.entries(given)) {
    const place = parameters.find((parameter) => parameter.name === name)?.in;
    if (place) places[place] = { ...places[place], [name]: value };
    else body = name === "body" ? (value as JsonObject) : { ...body, [name]: value };
  }
  const type = requestBody?.content[0]?.type ?? "application/json";
  return { ...(places as unknown as Arguments), ...(body && { body: { type, value: body } }) };
}

function at({ headers, value }: Draft, expression: string): Json | undefined {
  const [, header, pointer] = /^\$response\.(?:header\.(.+)|body(#.+))$/.exec(expression) ?? [];
  if (pointer !== undefined) return valueAt(value ?? null, pointer);
  return Object.entries(headers).find(([name]) => name.toLowerCase() === header?.toLowerCase())?.[1];
}
