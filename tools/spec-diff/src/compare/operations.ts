import type { Operation } from "codegen/src/describe/operation.ts";
import type { Service } from "codegen/src/describe/service.ts";
import { compareAuthentication } from "./authentication.ts";
import { compareCapabilities } from "./capabilities.ts";
import { type Finding, named } from "./finding.ts";
import { matchByKey } from "./match.ts";
import { compareParameters } from "./parameters.ts";
import { compareRequestBody } from "./request-body.ts";
import { compareResponses } from "./responses.ts";
import { compareRest } from "./rest.ts";
import { compareServers } from "./servers.ts";
import { childOf, type Pair, placeIn, rootOf, type Site } from "./site.ts";

/** A finding, and the operation on the way to which it was met. */
export interface OperationFinding extends Finding {
  readonly operation: string;
}

/** One operation of one version: as codegen describes it, and where it stands. */
export interface OperationSite {
  readonly service: Service;
  readonly model: Operation;
  readonly at: Site;
}

/** All operations, matched by their names; one that got another name, by method and path. */
export function* compareOperations({ before, after }: Pair<Service>): Generator<OperationFinding> {
  const { both, removed, added } = matchByKey(sitesOf(before), sitesOf(after));
  const unnamed = [...added];
  const renamed = removed.flatMap(({ before }) => {
    const index = unnamed.findIndex(({ after }) => routeOf(after) === routeOf(before));
    const [match] = index < 0 ? [] : unnamed.splice(index, 1);
    return match ? [{ key: match.key, before, after: match.after }] : [];
  });
  for (const { key, before } of removed) {
    if (renamed.some((pair) => pair.before === before)) continue;
    yield { rule: "operation-removed", ...about(before), operation: key, before: routeOf(before) };
  }
  for (const { key, after } of unnamed) {
    yield { rule: "operation-added", ...about(after), operation: key, after: routeOf(after) };
  }
  for (const { key, ...pair } of [...both, ...renamed]) {
    for (const finding of compareOperation(pair)) yield { ...finding, operation: key };
  }
}

function* compareOperation(pair: Pair<OperationSite>): Generator<Finding> {
  const { before, after } = pair;
  const sites = { before: before.at, after: after.at };
  if (before.model.id !== after.model.id) {
    const at = placeIn(after.at, "operationId");
    const [was, is] = [before.model.id, after.model.id];
    yield { rule: "operation-renamed", at, subject: named(is), before: was, after: is };
  }
  if (routeOf(before) !== routeOf(after)) {
    yield { rule: "operation-moved", ...about(after), before: routeOf(before), after: routeOf(after) };
  }
  yield* compareParameters(pair);
  yield* compareRequestBody(pair);
  yield* compareResponses(pair);
  yield* compareCapabilities(pair);
  yield* compareAuthentication(pair);
  yield* compareServers({ before: before.model.servers ?? [], after: after.model.servers ?? [] }, after.at);
  yield* compareRest(sites, judged);
}

/** What comparisons of their own look at. */
const judged = new Set([
  "operationId",
  "parameters",
  "requestBody",
  "responses",
  "security",
  "servers",
  "x-paging",
  "x-safe",
]);

/** By operationId. */
function sitesOf(service: Service): Map<string, OperationSite> {
  const root = rootOf(service.spec);
  return new Map(
    service.operations.flatMap((model): [string, OperationSite][] => {
      const at = childOf(root, "paths", model.path, model.method.toLowerCase());
      return at ? [[model.id, { service, model, at }]] : [];
    }),
  );
}

function routeOf({ model }: OperationSite): string {
  return `${model.method} ${model.path}`;
}

function about({ at, model }: OperationSite): { at: Site; subject: string } {
  return { at, subject: named(model.id) };
}
