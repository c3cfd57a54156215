import { logout } from "./auth/logout.ts";
import { callOperation, toResult } from "./call-operation.ts";
import { checkArguments } from "./check-arguments.ts";
import { checkCallOptions } from "./check-call-options.ts";
import { checkOptions } from "./check-options.ts";
import type { CallOptions, ClientOptions, VersionOption } from "./client-options.ts";
import { connect } from "./connection.ts";
import { findLater } from "./find-later.ts";
import { createHttpClient } from "./http/create-http-client.ts";
import { list } from "./list/list.ts";
import type { OperationDescription, OperationsLater } from "./operation-description.ts";
import type { AnyResult } from "./result.ts";
import type { ListedValues, ServiceDescription } from "./service-description.ts";
import { unwrap } from "./unwrap.ts";
import { type LoadWaiting, waitLater } from "./wait/wait-later.ts";

type Arguments = Readonly<Record<string, unknown>>;

/**
 * Creates the client that the descriptions describe.
 *
 * @param operations - by the names of the methods
 * @param loadWaiting - brings what waits for those that tell a status
 * @param listed - what the options are held against
 * @throws TypeError if an option is wrong, unknown, or not documented for the service.
 * @example
 * const client = createClient<AcmeClient>(service, operations, { auth: bearer(token) });
 * const task = await client.getTask({ taskId });
 */
export function createClient<C extends object>(
  service: ServiceDescription,
  operations: OperationsLater,
  options: ClientOptions & VersionOption = {},
  loadWaiting?: LoadWaiting,
  listed?: ListedValues,
): C {
  const find = findLater(operations);
  checkOptions(service, operations, options, listed);
  const connection = connect(service, options);
  const methods: Record<string, unknown> = {};
  const orThrow: Record<string, unknown> = {};
  for (const id in operations) {
    const method = async (args: Arguments = {}, callOptions?: CallOptions): Promise<AnyResult> => {
      const operation = find(id);
      checkArguments(operation, args);
      if (callOptions !== undefined) checkCallOptions(callOptions);
      return toResult(await callOperation(connection, operation, args, callOptions));
    };
    methods[id] = method;
    orThrow[id] = (args?: Arguments, callOptions?: CallOptions) => unwrap(method(args, callOptions));
  }

  const of = (id: string, args: Arguments): OperationDescription => {
    const operation = find(id);
    checkArguments(operation, args);
    return operation;
  };
  let http: unknown;
  const common = {
    // Made when it is first asked for: most never ask.
    get http() {
      http ??= createHttpClient(connection, () => Object.keys(operations).map(find));
      return http;
    },
    orThrow,
    ...waitLater(connection, of, find, loadWaiting),
    list(id: string, args: Arguments = {}, how?: never) {
      if (how !== undefined) checkCallOptions(how, ["limit", "pageSize"]);
      return list(connection, of(id, args), args, how);
    },
    logout: () => logout(connection),
  };
  // The descriptions and `C` are generated from one document: the cast joins what it keeps in step.
  return Object.defineProperties(methods, Object.getOwnPropertyDescriptors(common)) as unknown as C;
}
