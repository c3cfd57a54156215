import { resolve } from "node:path";
import type { Document } from "../document/document.ts";
import { TeachingError } from "../teaching-error.ts";
import type { ConfiguredTarget } from "./define-config.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import type { LoadedConfig } from "./load-config.ts";

/** What the command line says of a live run; what it leaves out, the configuration or the default says. */
export interface LiveCommand {
  /** `false`: the judge sends the requests itself. */
  readonly client?: boolean;
  /** Name of a target of the configuration. */
  readonly target?: string;
  /** Path of the configuration. */
  readonly config?: string;
  readonly dryRun?: boolean;
  readonly allowWrites?: readonly string[];
  /** `false`: nothing is sent that is wrong on purpose. */
  readonly negatives?: boolean;
  /** Whether members that the document does not name are no deviation, where it does not say so itself. */
  readonly allowUnknownMembers?: boolean;
  readonly budget?: number;
  readonly rate?: number;
  readonly concurrency?: number;
  readonly retries?: number;
  /** operationId of what is started. */
  readonly lifecycle?: string;
  /** In milliseconds. */
  readonly deadline: number;
  /** In milliseconds. */
  readonly interval: number;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly insecure?: boolean;
}

/** What a live run is to do, once command line, configuration and defaults are one. */
export interface LiveSettings {
  readonly limits: Limits;
  readonly allowWrites: readonly string[];
  readonly negatives: boolean;
  /** Values for parameters, by wire name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly tls: {
    readonly ca?: string;
    readonly cert?: string;
    readonly key?: string;
    readonly insecure?: boolean;
  };
}

/** The target of the configuration that the command line names, if it names one. */
export function chooseTarget(
  { config, file }: LoadedConfig,
  name: string | undefined,
): ConfiguredTarget | undefined {
  if (name === undefined) return undefined;
  const targets = config.targets ?? {};
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined;
  if (target) return target;
  throw new TeachingError({
    what: `no such target: ${name}`,
    where: file ?? "--target",
    expected: `one of the configuration's targets (${Object.keys(targets).join(", ") || "there are none"})`,
    example: `export default { targets: { ${JSON.stringify(name)}: { url: "https://jobs.acme.example/api" } } };`,
  });
}

/** Makes one of what is said: the command line beats the target, which beats the rest of the configuration. */
export function liveSettings(
  command: LiveCommand,
  loaded: LoadedConfig,
  parameters: Readonly<Record<string, string>> = {},
): LiveSettings {
  const { config, folder } = loaded;
  const target = chooseTarget(loaded, command.target);
  const { budget, rate, concurrency, retries } = command;
  const own = defined({ budget, rate, concurrency, retries });
  const file = (name: "ca" | "cert" | "key") => {
    const path = command[name] ?? (target?.[name] && resolve(folder, target[name]));
    return path === undefined ? {} : { [name]: path };
  };
  return {
    limits: { ...DEFAULT_LIMITS, ...config.limits, ...target?.limits, ...own },
    allowWrites: command.allowWrites ?? target?.allowWrites ?? config.allowWrites ?? [],
    // Commander says `true` where nothing was said.
    negatives: command.negatives === false ? false : (config.negatives ?? true),
    parameters: { ...config.ids, ...target?.ids, ...parameters },
    tls: { ...file("ca"), ...file("cert"), ...file("key"), ...(command.insecure && { insecure: true }) },
  };
}

/** @throws TeachingError when an operation that may be sent is none of the document. */
export function checkNames({ operations }: Document, names: readonly string[]): void {
  const stranger = names.find((name) => !operations.some(({ id }) => id === name));
  if (stranger === undefined) return;
  throw new TeachingError({
    what: `no such operation: ${stranger}`,
    where: "--allow-writes",
    expected: `operationIds of the document: ${operations.map(({ id }) => id).join(", ")}`,
  });
}

function defined(limits: { readonly [Name in keyof Limits]: number | undefined }): Partial<Limits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}
