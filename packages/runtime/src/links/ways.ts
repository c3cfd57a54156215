import type { Connection } from "../connection.ts";
import type { LinkDescription, OperationDescription } from "../operation-description.ts";
import { documentedStatus } from "../read/documented-kind.ts";
import { RequestError } from "../request-error.ts";
import type { Success } from "../result.ts";
import { findMarks } from "../wait/polled.ts";
import { argumentName, linkArguments } from "./link-arguments.ts";

/** Gives the description of an operation. */
export type Find = (operationId: string) => OperationDescription;

type Arguments = Readonly<Record<string, unknown>>;

/** A link from what starts something to what tells how it goes. */
export interface Way {
  readonly link: LinkDescription;
  readonly target: OperationDescription;
}

/** @throws TypeError if there is none. */
export function waysFrom(
  connection: Connection,
  { id, links = [] }: OperationDescription,
  to: string | OperationDescription | undefined,
  find: Find | undefined,
): readonly [Way, ...Way[]] {
  const given = typeof to === "object" ? to : undefined;
  const wanted = given?.id ?? to;
  const ways = links.flatMap((link) => {
    const { operationId } = link;
    const target = operationId === (wanted ?? operationId) ? (given ?? find?.(operationId)) : undefined;
    return target && findMarks(connection, target) ? [{ link, target }] : [];
  });
  const [first, ...others] = ways;
  if (first) return [first, ...others];
  throw new TypeError(
    `No link of ${id} leads to ${wanted ?? "an operation"} to wait with. See the option to.`,
  );
}

/**
 * The first of the ways that an answer opens, and the arguments to go it with.
 *
 * @throws RequestError if there is none, or if the answer does not hold what the way needs.
 */
export function takeWay(
  ways: readonly Way[],
  operation: OperationDescription,
  asked: Arguments,
  { response, data: body }: Success<number, unknown>,
): { readonly target: OperationDescription; readonly args: Arguments } {
  const status = documentedStatus(operation, response.status);
  const way = ways.find(({ link }) => link.status === status);
  if (!way) throw notFollowed("leads to no other operation");
  const { link, target } = way;
  const given = linkArguments(link, target, { args: asked, response, body });
  for (const [name, source] of Object.entries({ ...link.parameters, ...(link.requestBody as object) })) {
    // Without it, the service might be asked for all that it knows.
    if (String(source).startsWith("$response") && (given[argumentName(target, name)] ?? null) === null) {
      throw notFollowed(`holds no ${source}, which ${target.id} is asked with`);
    }
  }
  return { target, args: given };

  function notFollowed(why: string): RequestError {
    return new RequestError(`${operation.id} ${response.status}: the answer ${why}`, {
      reason: "malformed",
      operation: operation.id,
      status: response.status,
      retryable: false,
      response,
      error: body,
    });
  }
}
