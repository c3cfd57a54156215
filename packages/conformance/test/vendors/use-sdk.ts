import { afterAll, beforeEach, expect } from "vitest";
import type { AccessKey } from "../../src/authentication/credentials.ts";
import { developmentKey } from "./alibaba-clients.ts";
import { type Outcome, type SdkProcess, type SdkProgram, startSdk } from "./sdk-process.ts";
import type { VendorSandbox } from "./vendor-sandbox.ts";

/** The first import of a large SDK takes its time. */
export const STARTING = 60_000;

/** Gives a program a command; by default with the access key for development. */
export type Ask = (command: object, key?: AccessKey) => Promise<Outcome>;

/** Starts a program for the tests of a group, or skips them. What is `always` said is part of each command. */
export function useSdk(program: SdkProgram, sandbox: VendorSandbox, always: object = {}): Ask {
  let sdk: SdkProcess | undefined;
  beforeEach(({ skip }) => {
    if (program.missing) skip(program.missing);
    sdk ??= startSdk(program);
  });
  afterAll(() => sdk?.close());
  return async (command, key = developmentKey()) => {
    if (!sdk) throw new Error("the program was not started");
    return await sdk.ask({ host: sandbox.proxy.host, key, ...always, ...command });
  };
}

/** What a program parsed, where it must not be refused. */
export async function parsed(outcome: Promise<Outcome>): Promise<Outcome["value"]> {
  const { value, error } = await outcome;
  if (error) throw new Error(`refused: ${JSON.stringify(error)}`);
  return value;
}

/** Every member of the last answer has a place in the vendor's own model: nothing that we send is unknown to it. */
export function expectAllParsed({ proxy }: VendorSandbox, whole: object): void {
  expect(membersOf(whole)).toEqual(expect.arrayContaining(membersOf(proxy.lastAnswer())));
}

/** The paths of all members that hold no others, such as `/Executions/Status`. */
function membersOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => membersOf(item, path)))];
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, member]) => membersOf(member, `${path}/${name}`));
}
