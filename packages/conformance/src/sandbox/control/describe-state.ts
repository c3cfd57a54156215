import type { Credentials } from "../../authentication/credentials.ts";
import { defaultBasePath } from "../find-operation.ts";
import { prefixOf } from "../find-service.ts";
import type { Refusal } from "../journal.ts";
import type { Service } from "../service.ts";
import type { Execution } from "../world/executions.ts";
import { describeCredentials, type ShownCredentials } from "./describe-credentials.ts";
import type { GivenRule } from "./rules.ts";
import type { Memory } from "./snapshot.ts";
import { type TryLine, tryLines } from "./try-lines.ts";

/** What the sandbox holds, for people and programs to read. Times are ISO 8601. */
export interface SandboxState {
  readonly clock: {
    readonly now: string;
    /** How far it is ahead of the machine's, in milliseconds. */
    readonly ahead: number;
  };
  readonly services: readonly ServiceState[];
  /** The newest first. */
  readonly executions: readonly ExecutionState[];
  /** The newest first. */
  readonly refusals: readonly RefusalState[];
  readonly rules: readonly GivenRule[];
}

export interface ServiceState {
  readonly name: string;
  readonly version: string;
  readonly baseUrl: string;
  /** operationIds. */
  readonly operations: readonly string[];
  /** How many there are. */
  readonly executions: number;
  readonly credentials: readonly ShownCredentials[];
  readonly try: readonly TryLine[];
}

export interface ExecutionState extends Omit<Execution, "startedAt"> {
  readonly service: string;
  readonly startedAt: string;
}

export interface RefusalState extends Omit<Refusal, "at" | "document"> {
  readonly at: string;
  readonly service: string;
}

/** How many executions are shown, over all services. */
const LIMIT = 200;

/** What a sandbox holds now. */
export async function describeState(
  { services, clock, rules, journal }: Memory,
  credentials: Credentials,
  origin: string,
): Promise<SandboxState> {
  return {
    clock: { now: time(clock.now()), ahead: clock.offset() },
    services: await Promise.all(
      services.map((service) => describeService(service, services, credentials, origin)),
    ),
    executions: executionsOf(services),
    refusals: journal.list().map(({ at, document, ...refusal }) => ({
      at: time(at),
      service: document,
      ...refusal,
    })),
    rules: rules.list(),
  };
}

/** Where a service stands: at the root, if it is alone. */
export function baseUrlOf({ document }: Service, services: readonly Service[], origin: string): string {
  const prefix = services.length > 1 ? prefixOf(document.name) : "";
  return `${origin}${prefix}${defaultBasePath(document)}`;
}

/** What to try a service with. Made once for each address. */
export function linesFor(
  service: Service,
  services: readonly Service[],
  credentials: Credentials,
  origin: string,
): Promise<readonly TryLine[]> {
  const baseUrl = baseUrlOf(service, services, origin);
  const known = lines.get(service);
  if (known?.baseUrl === baseUrl) return known.lines;
  const made = tryLines(service.document, baseUrl, credentials);
  lines.set(service, { baseUrl, lines: made });
  return made;
}

const lines = new WeakMap<
  Service,
  { readonly baseUrl: string; readonly lines: Promise<readonly TryLine[]> }
>();

async function describeService(
  service: Service,
  services: readonly Service[],
  credentials: Credentials,
  origin: string,
): Promise<ServiceState> {
  const { document, world } = service;
  return {
    name: document.name,
    version: document.version,
    baseUrl: baseUrlOf(service, services, origin),
    operations: document.operations.map(({ id }) => id),
    executions: world.executions().length,
    credentials: describeCredentials(document, credentials),
    try: await linesFor(service, services, credentials, origin),
  };
}

function executionsOf(services: readonly Service[]): ExecutionState[] {
  return services
    .flatMap(({ document, world }) =>
      world.executions().map((execution) => ({ service: document.name, ...execution })),
    )
    .sort((a, b) => b.startedAt - a.startedAt)
    .slice(0, LIMIT)
    .map((execution) => ({ ...execution, startedAt: time(execution.startedAt) }));
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
