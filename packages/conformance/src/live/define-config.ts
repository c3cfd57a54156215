import type { Limits } from "./limits.ts";

/** Where a service is, and how it is reached. */
export interface ConfiguredTarget {
  /** Base URL. */
  readonly url: string;
  /** Values for parameters, by wire name; they beat those of `ids`. */
  readonly ids?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
  /** The operations that may be sent though they are no reads. */
  readonly allowWrites?: readonly string[];
  /** Paths of PEM files, from the configuration's folder. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** What `settled.config.ts` can say. Of what stands on the command line, too, that wins. No credentials: they come from the environment. */
export interface SettledConfig {
  /** Values for parameters, by wire name: the ids to ask for. */
  readonly ids?: Readonly<Record<string, string>>;
  /** The services that `--target <name>` chooses from. */
  readonly targets?: Readonly<Record<string, ConfiguredTarget>>;
  readonly limits?: Partial<Limits>;
  /** Milliseconds that one exchange may take. */
  readonly timeout?: number;
  /** Whether requests are sent that are wrong on purpose; by default they are. */
  readonly negatives?: boolean;
  /** The operations that may be sent though they are no reads. */
  readonly allowWrites?: readonly string[];
  /** Path of the findings that are known, from the configuration's folder. */
  readonly baseline?: string;
}

/**
 * Says what a configuration can hold, to editors: it gives back what it is given.
 *
 * @example
 * export default defineConfig({ ids: { jobId: "0d1c4a52" }, limits: { rate: 2 } });
 */
export function defineConfig(config: SettledConfig): SettledConfig {
  return config;
}
