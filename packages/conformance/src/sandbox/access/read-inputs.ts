import type { Arguments } from "../../cases/test-case.ts";
import type { Operation } from "../../document/document.ts";
import { isObject, type Json } from "../../document/json.ts";
import { below } from "../../document/pointer.ts";
import { type Role, roleOf } from "./input-role.ts";
import type { Door } from "./read-doors.ts";

/** Something that a login gives, or should. */
export interface Input {
  /** Its name in the request, as far as it has one. */
  readonly name: string;
  /** Where in the request: `body #/user/password`. */
  readonly at: string;
  readonly role: Role;
  /** Absent if it is not given. */
  readonly value?: string;
}

/** A login, as one of the documented ways has it. */
export interface Reading {
  readonly door: Door;
  readonly inputs: readonly Input[];
  /** Where the request says something else than this way wants: it is another way, or none. */
  readonly strangers: readonly Stranger[];
  /** How much of what this way wants is there. */
  readonly agreement: number;
}

interface Stranger {
  readonly name: string;
  readonly at: string;
  readonly expected: Json;
  readonly received: Json;
}

/** Reads a login in one of its ways. */
export function readInputs(door: Door, operation: Operation, given: Arguments): Reading {
  const inputs: Input[] = [];
  const strangers: Stranger[] = [];
  let agreement = 0;
  for (const [name, wanted] of Object.entries(door.arguments)) {
    const { at, value, isBody } = argumentOf(name, operation, given);
    visit({ name, at, isBody }, wanted, value);
  }
  return { door, inputs, strangers, agreement };

  function visit(place: PlaceInRequest, wanted: Json, value: Json | undefined): void {
    const { at, isBody } = place;
    const input = typeof wanted === "string" ? /^\$inputs\.(.+)$/.exec(wanted)?.[1] : undefined;
    if (input !== undefined) take(place, input, value);
    else if (wanted === null || typeof wanted !== "object") compare(place, wanted, value);
    else {
      for (const [step, member] of Object.entries(wanted)) {
        visit({ name: step, at: below(at, step), isBody }, member, memberOf(value, step));
      }
    }
  }

  function take({ name, at }: PlaceInRequest, input: string, value: Json | undefined): void {
    if (value === undefined && door.optional.includes(input)) return;
    inputs.push({ name, at, role: roleOf(input), ...(value !== undefined && { value: String(value) }) });
    agreement += value === undefined ? -1 : 1;
  }

  /** Holds what is said against what this way fixes. */
  function compare({ name, at, isBody }: PlaceInRequest, wanted: Json, value: Json | undefined): void {
    if (value === undefined) agreement -= 1;
    else if (value === wanted) agreement += 2;
    // A parameter that a way fixes only shapes the answer; a member of the body tells the kinds of logins apart.
    else if (isBody) strangers.push({ name, at, expected: wanted, received: value });
    else agreement += 1;
  }
}

interface PlaceInRequest {
  readonly name: string;
  readonly at: string;
  readonly isBody: boolean;
}

/** An argument by its name: parameters and members of the body lie flat, and any other body lies under `body`. */
function argumentOf(
  name: string,
  { parameters }: Operation,
  given: Arguments,
): { readonly at: string; readonly value: Json | undefined; readonly isBody: boolean } {
  const place = parameters.find((parameter) => parameter.name === name)?.in;
  if (place) return { at: `${place} parameter ${name}`, value: given[place][name], isBody: false };
  const body = given.body?.value;
  const member = memberOf(body, name);
  if (name === "body" && member === undefined) return { at: "body #", value: body, isBody: true };
  return { at: `body ${below("#", name)}`, value: member, isBody: true };
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(name)];
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
