import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createAuthority } from "../src/authentication/authority.ts";
import type { Credentials } from "../src/authentication/credentials.ts";
import { createArguments } from "../src/cases/create-arguments.ts";
import type { Arguments, TestCase } from "../src/cases/test-case.ts";
import { canonicalState } from "../src/checks/check-operation-status.ts";
import type { Document, Operation } from "../src/document/document.ts";
import { findMarked, valuesAtPlace } from "../src/document/find-marked.ts";
import { isObject, type Json } from "../src/document/json.ts";
import { loadDocument } from "../src/document/load-document.ts";
import { IDEMPOTENCY_TOKEN, STATUS } from "../src/document/vocabulary.ts";
import { createDirectCaller } from "../src/run/caller.ts";
import type { Bench } from "../src/run/run-case.ts";
import { createVirtualClock, type VirtualClock } from "../src/sandbox/clock.ts";
import { type Draft, finish } from "../src/sandbox/draft.ts";
import type { Preference } from "../src/sandbox/prefer.ts";
import { createRandom } from "../src/sandbox/random.ts";
import type { Violation } from "../src/sandbox/violation.ts";
import { type Link, readLinks } from "../src/sandbox/world/links.ts";
import { fillIn } from "../src/sandbox/world/runtime-expression.ts";
import { createWorld, type Pace, type World } from "../src/sandbox/world/world.ts";
import { loadValidators } from "../src/schema/load-validators.ts";
import { BASE_URL, judgeAnswer } from "./acme-jobs.ts";
import { received } from "./messages.ts";

const SPECS = fileURLToPath(new URL("../../../specs/", import.meta.url));

/** The documents of all providers, by name. */
export async function loadSpecs(): Promise<Map<string, Document>> {
  const names = readdirSync(SPECS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const loaded = names.map(
    async ({ name }) => [name, await loadDocument(`${SPECS}${name}/openapi.yaml`)] as const,
  );
  return new Map(await Promise.all(loaded));
}

/** What a request came to. */
export interface Outcome {
  readonly draft?: Draft;
  readonly violations: readonly Violation[];
  readonly arguments: Arguments;
}

/** Somebody who does things in a world, and remembers what came back. */
export interface WorldUser {
  readonly document: Document;
  readonly world: World;
  readonly clock: VirtualClock;
  readonly links: readonly Link[];
  operation(id: string): Operation;
  /** The arguments that the document shows, without the token of a repeated request. */
  arguments(operation: Operation, given?: Given): Arguments;
  /** Calls an operation with these arguments alone. */
  send(operation: Operation, given: Arguments, preference?: Preference): Outcome;
  /** Calls an operation by name, with members of query, path and body as one. */
  call(id: string, given?: Given, preference?: Preference): Outcome;
  /** Calls what a link leads to, with what it says. */
  follow(link: Link, from: Outcome, given?: Given): Outcome;
  /** The canonical states that an answer tells. */
  states(draft: Draft | undefined): string[];
}

export type Given = Readonly<Record<string, Json>>;

export function createUser(document: Document, pace: Pace = { by: "polls" }, seed = 1): WorldUser {
  const clock = createVirtualClock();
  const world = createWorld({ document, clock, random: createRandom(seed), pace });
  const links = readLinks(document);
  const user: WorldUser = {
    document,
    world,
    clock,
    links,
    operation(id) {
      const found = document.operations.find((one) => one.id === id);
      if (!found) throw new Error(`no operation ${id}`);
      return found;
    },
    arguments(operation, given = {}) {
      const shown = withoutToken(document, operation, createArguments(document, operation));
      return placed(operation, given, shown);
    },
    send(operation, given, preference = {}) {
      const url = `${BASE_URL}${operation.path.replace(/\{([^}]+)\}/g, (_, name) => String(given.path[name]))}`;
      const request = {
        method: operation.method,
        url,
        headers: new Headers(),
        body: "",
        bytes: new Uint8Array(),
        sentAt: clock.now(),
      };
      const outcome = world.act({ document, operation, request, preference, arguments: given });
      return "status" in outcome
        ? { draft: outcome, violations: [], arguments: given }
        : { violations: outcome, arguments: given };
    },
    call: (id, given = {}, preference) => {
      const operation = user.operation(id);
      return user.send(operation, placed(operation, given), preference);
    },
    follow({ target, parameters, body }, { arguments: given, draft }, more = {}) {
      const over = {
        path: given.path,
        query: given.query,
        header: given.header,
        body: given.body?.value,
        response: { headers: draft?.headers ?? {}, body: draft?.value },
      };
      const filled = fillIn(parameters, over) as Record<string, Json>;
      const inner = body === undefined ? {} : (fillIn(body, over) as Record<string, Json>);
      return user.send(target, placed(target, { ...filled, ...inner, ...more }));
    },
    states(draft) {
      const schema = draft?.media?.schema;
      if (!schema || draft.value === undefined) return [];
      return findMarked(document.root, schema, STATUS).flatMap(({ steps, mark }) =>
        valuesAtPlace(draft.value as Json, steps).map(([, value]) => canonicalState(mark, value)),
      );
    },
  };
  return user;
}

/** What a judge complains of in an answer; nothing if it is as documented. One of nothing, or of what is over, may be thin. */
export async function complaintsOf(
  bench: Bench,
  operation: Operation,
  { draft, violations, arguments: given }: Outcome,
  mayBeThin = false,
): Promise<string[]> {
  if (!draft) return violations.map(({ mistake, at }) => `${mistake} ${at}`);
  const testCase: TestCase = {
    operation,
    name: "",
    status: draft.status,
    arguments: given,
    authenticated: false,
  };
  const judged = await judgeAnswer(testCase, finish(draft, operation.method), bench);
  return judged
    .filter(({ check }) => !["request", "authentication", "client-result"].includes(check))
    .flatMap(({ check, findings }) =>
      findings
        .filter(({ verdict }) => verdict === "fail" || (verdict === "vacuous" && !mayBeThin))
        .map(
          ({ expected, received, ...rest }) =>
            `${check}: ${expected}, not ${received} ${"at" in rest ? String(rest.at) : ""}`,
        ),
    );
}

/** A bench whose validators come from the cache. */
export async function worldBench(document: Document): Promise<Bench> {
  const { validators } = await loadValidators(document);
  const nobody = {} as Credentials;
  return {
    document,
    validators,
    baseUrl: BASE_URL,
    call: createDirectCaller(document, { baseUrl: BASE_URL }),
    send: async () => received(),
    authority: createAuthority(nobody),
    timeout: 5000,
  };
}

function placed(operation: Operation, given: Given, base?: Arguments): Arguments {
  const values = {
    path: { ...base?.path },
    query: { ...base?.query },
    header: { ...base?.header },
    cookie: {},
  } as Record<string, Record<string, Json>>;
  const body: Record<string, Json> = isObject(base?.body?.value) ? { ...base.body.value } : {};
  for (const [name, value] of Object.entries(given)) {
    const parameter = operation.parameters.find((one) => one.name === name);
    const isList = Array.isArray(parameter?.example) && !Array.isArray(value);
    if (parameter) (values[parameter.in] ?? {})[name] = isList ? [value] : value;
    else body[name] = value;
  }
  const media = operation.requestBody?.content[0];
  return { ...values, ...(media && { body: { type: media.type, value: body } }) } as unknown as Arguments;
}

function withoutToken({ root }: Document, operation: Operation, given: Arguments): Arguments {
  const tokens = operation.parameters
    .filter(({ idempotencyToken }) => idempotencyToken)
    .map(({ name }) => name);
  const schema = operation.requestBody?.content[0]?.schema;
  const members = schema ? findMarked(root, schema, IDEMPOTENCY_TOKEN).map(({ steps }) => steps[0]) : [];
  const left = (values: object, names: readonly (string | undefined)[]) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
  const { body } = given;
  return {
    ...given,
    query: left(given.query, tokens),
    header: left(given.header, tokens),
    ...(body && isObject(body.value) && { body: { ...body, value: left(body.value, members) } }),
  };
}
