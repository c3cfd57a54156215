import { describe, expect, test } from "vitest";
import { gateOf, loadSpecs, START } from "../../../test/gates.ts";
import { outgoing } from "../../../test/messages.ts";
import type { AccessKey } from "../../authentication/credentials.ts";
import { createArguments } from "../../cases/create-arguments.ts";
import type { Document, Operation } from "../../document/document.ts";
import type { Json } from "../../document/json.ts";
import { valueAt } from "../../document/pointer.ts";
import { signRequest } from "../../signature/sign-request.ts";
import type { SignedScheme } from "../../signature/signature-rules.ts";
import { asSent } from "../../wire/send.ts";
import { type Draft, draftOf } from "../draft.ts";
import type { Gate } from "./gate.ts";
import { type KeyPlace, keyPlace } from "./key-place.ts";

interface Row {
  readonly document: Document;
  readonly operation: Operation;
  readonly place: KeyPlace;
}

/** Every documented operation that hands a key out. */
const rows = (await loadSpecs()).flatMap((document) =>
  document.operations.flatMap((operation): Row[] => {
    const place = keyPlace(draftOf(document, operation)?.value ?? null);
    return place ? [{ document, operation, place }] : [];
  }),
);
const SECOND = 1000;

test("there are keys to be had", () => expect(rows.length).toBeGreaterThan(0));

describe.each(rows)("$document.name, $operation.id", ({ document, operation, place }) => {
  const [name = "", scheme] =
    Object.entries(document.securitySchemes).find(([, one]) => one.type === "http" && one.signature) ?? [];
  const guarded = document.operations.find(({ security }) => security.some(([one]) => one === name));
  if (!guarded) throw new Error(`nothing is signed in ${document.name}`);

  test("answers with a key that is let in, and no other form of it", async () => {
    const { gate } = gateOf(document);
    const { key, draft } = issued(gate);
    expect(valueAt(draft.value ?? null, place.expires ?? "#/none")).toBeDefined();
    const { securityToken: _, ...bare } = key;
    expect(await mistakes(gate, key)).toEqual([]);
    expect(await mistakes(gate, bare)).toEqual(["credentialsMissing"]);
    expect(await mistakes(gate, { ...key, securityToken: "other" })).toEqual(["credentialsWrong"]);
    expect((await mistakes(gate, { ...key, secret: "other" }))[0]).toBe("signatureWrong");
    expect((await mistakes(gate, { ...key, id: "other" }))[0]).toBe("keyUnknown");
  });

  test("answers with another key each time, and keeps both good", async () => {
    const { gate } = gateOf(document);
    const keys = [issued(gate).key, issued(gate).key];
    expect(keys[0]).not.toEqual(keys[1]);
    for (const key of keys) expect(await mistakes(gate, key)).toEqual([]);
  });

  test.each([
    { when: "its time is over", end: (gate: Gate) => gate, wait: 1000 * SECOND, want: ["sessionLapsed"] },
    { when: "it still has time", end: (gate: Gate) => gate, wait: 999 * SECOND, want: [] },
    { when: "all lapse", end: (gate: Gate) => gate.lapse(), wait: 0, want: ["sessionLapsed"] },
  ])("$when: $want", async ({ end, wait, want }) => {
    const { gate, clock } = gateOf(document);
    const { key, draft } = issued(gate, 1000);
    expect(Date.parse(String(valueAt(draft.value ?? null, place.expires ?? "")))).toBe(START + 1000 * SECOND);
    end(gate);
    clock.advance(wait);
    expect(await mistakes(gate, key)).toEqual(want);
  });

  test("is as short as the sandbox was told", async () => {
    const { gate, clock } = gateOf(document, { sessionLifetime: SECOND });
    const { key } = issued(gate);
    clock.advance(SECOND);
    expect(await mistakes(gate, key)).toEqual(["sessionLapsed"]);
  });

  test("is good after a restart", async () => {
    const { gate } = gateOf(document);
    const { key } = issued(gate);
    const again = gateOf(document).gate;
    again.restore(JSON.parse(JSON.stringify(gate.snapshot())) as Json);
    expect(await mistakes(again, key)).toEqual([]);
  });

  function issued(gate: Gate, seconds?: number): { readonly key: AccessKey; readonly draft: Draft } {
    const shown = createArguments(document, operation);
    const text = JSON.stringify(shown).replace(/("duration_?seconds":)\d+/gi, `$1${seconds ?? 3600}`);
    const request = { method: "POST", url: "http://sandbox.invalid/", headers: new Headers() };
    const received = {
      ...{ document, operation, arguments: JSON.parse(text), preference: {} },
      request: { ...request, body: "", bytes: new Uint8Array(), sentAt: START },
    };
    const sample = draftOf(document, operation);
    if (!sample) throw new Error("no answer");
    const draft = gate.present(received, sample);
    const at = (pointer: string) => String(valueAt(draft.value ?? null, pointer));
    return {
      draft,
      key: { id: at(place.id), secret: at(place.secret), securityToken: at(place.securityToken) },
    };
  }

  async function mistakes(gate: Gate, key: AccessKey): Promise<string[]> {
    const request = outgoing("http://sandbox.invalid/", { method: "POST", body: "{}" });
    const signed = signRequest(request, scheme as SignedScheme & typeof scheme, key, { at: START });
    return gate.admit(guarded as Operation, asSent(signed, START)).map(({ mistake }) => mistake);
  }
});
