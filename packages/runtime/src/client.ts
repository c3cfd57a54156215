import type { CallOptions } from "./client-options.ts";
import type { HttpClient } from "./http/create-http-client.ts";
import type { ItemList } from "./list/list.ts";
import type { ListOptions } from "./list/list-options.ts";
import type { List, Start } from "./operation.ts";
import type { DataOf } from "./unwrap.ts";
import type { AnyPoll, Outcome, Update } from "./wait/outcome.ts";
import type { RunOptions, SettleOptions } from "./wait/settle-options.ts";

/** One method per documented operation, and what all clients have. */
export type Client<
  Operations,
  Paths extends {},
  Polls extends Readonly<Record<keyof Polls, AnyPoll>> = Record<never, never>,
  Starts extends Readonly<Record<keyof Starts, Start<object, string>>> = Record<never, never>,
  Lists extends Readonly<Record<keyof Lists, List<object, unknown>>> = Record<never, never>,
> = Operations & Common<Operations, Paths, Polls, Starts, Lists>;

export interface Common<
  Operations,
  Paths extends {},
  Polls extends Readonly<Record<keyof Polls, AnyPoll>>,
  Starts extends Readonly<Record<keyof Starts, Start<object, string>>>,
  Lists extends Readonly<Record<keyof Lists, List<object, unknown>>>,
> {
  /**
   * Plain openapi-fetch, for calls by path; they are authenticated, timed and tried again like all others. So an answer
   * is read to its end before it is handed over: `parseAs: "stream"` gives a stream of what is there already.
   */
  readonly http: HttpClient<Paths>;

  /** The same operations, but each gives its data, and throws a `RequestError` where there is none. */
  readonly orThrow: OrThrow<Operations>;

  /**
   * Waits until a long-running operation is settled. One that is already costs one request.
   *
   * @throws RequestError if it cannot be known: `deadline` when that has passed; `status` when a poll is refused,
   *   such as 401, 403 and 404; `connection` and `timeout` when nothing was ever heard from the service. Its `token`
   *   is what `resume` takes.
   * @throws TypeError if an option is wrong; what the signal aborts with.
   * @example
   * const outcome = await client.settle("getJob", { jobId }, { deadline: "10m" });
   * if (outcome.status === "succeeded") use(outcome.result);
   */
  settle<Id extends keyof Polls>(
    operation: Id,
    args: Polls[Id]["arguments"],
    options: SettleOptions,
  ): Promise<Outcome<Polls[Id]>>;

  /**
   * The same wait, told poll by poll; the last update is the outcome, which the generator returns too.
   *
   * @throws what `settle` throws.
   * @example
   * for await (const update of client.watch("getJob", { jobId }, { deadline: "10m" })) show(update.progress);
   */
  watch<Id extends keyof Polls>(
    operation: Id,
    args: Polls[Id]["arguments"],
    options: SettleOptions,
  ): AsyncGenerator<Update<Polls[Id]>, Outcome<Polls[Id]>, undefined>;

  /**
   * Starts something and waits until it is settled, by the documented link from the one to the other.
   *
   * @throws what `unwrap` throws of the start, and `settle` of the wait.
   * @example
   * const outcome = await client.run("startJob", { name }, { deadline: "10m" });
   */
  run<Id extends keyof Starts, To extends Starts[Id]["to"] = Starts[Id]["to"]>(
    operation: Id,
    args: Starts[Id]["arguments"],
    options: RunOptions<To>,
  ): Promise<To extends keyof Polls ? Outcome<Polls[To]> : never>;

  /**
   * Goes on with a wait that another process, or an earlier call, began: the `token` of an update, or of the error of
   * a wait, says what it was for. The deadline is a new one.
   *
   * @throws TypeError if the token is none of this service; and what `settle` throws.
   * @example
   * const outcome = await client.resume<"getJob">(token, { deadline: "10m" });
   */
  resume<Id extends keyof Polls = keyof Polls>(
    token: string,
    options: SettleOptions,
  ): Promise<Outcome<Polls[Id]>>;

  /**
   * The items of a list, page after page, as they are asked for; `pages()` of it gives the whole answers.
   *
   * @throws TypeError if an option is wrong.
   * @throws RequestError from the loop, if a page is refused or not answered, or if a page or its token repeats itself.
   * @example
   * for await (const job of client.list("listJobs", { state: "RUNNING" })) console.log(job.id);
   */
  list<Id extends keyof Lists>(
    operation: Id,
    args: Lists[Id]["arguments"],
    options?: ListOptions,
  ): ItemList<Lists[Id]["item"], Id extends keyof Operations ? PageOf<Operations[Id]> : unknown>;

  /** Ends what the credentials hold on the server: a session, where the service documents a logout. */
  logout(): Promise<void>;
}

/** What one answer of an operation holds, if it is a success. */
type PageOf<Method> = Method extends (...args: never[]) => Promise<infer Result> ? DataOf<Result> : unknown;

/** The operations of a client, as functions of the data. */
export type OrThrow<Operations> = {
  readonly [Id in keyof Operations]: Operations[Id] extends (
    args: infer Arguments,
    options?: CallOptions,
  ) => Promise<infer Result>
    ? Operations[Id] extends () => unknown
      ? (args?: Arguments, options?: CallOptions) => Promise<DataOf<Result>>
      : (args: Arguments, options?: CallOptions) => Promise<DataOf<Result>>
    : never;
};
