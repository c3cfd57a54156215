import { describeParameters, type Parameter } from "codegen/src/describe/parameters.ts";
import type { OperationObject, PathItem } from "codegen/src/spec/document.ts";
import { type Findings, named } from "./finding.ts";
import { type Bag, canonical } from "./json.ts";
import { matchByKey } from "./match.ts";
import type { OperationSite } from "./operations.ts";
import { compareRest } from "./rest.ts";
import { compareSchemas } from "./schema/schemas.ts";
import { childOf, type Pair, placeIn, rootOf, type Site } from "./site.ts";

/** The parameters of an operation, by their names: no two of an operation share one. */
export function* compareParameters({ before, after }: Pair<OperationSite>): Findings {
  const parameters = matchByKey(parametersOf(before), parametersOf(after));
  for (const { key, before: parameter } of parameters.removed) {
    const at = siteOf(parameter, before);
    yield { rule: "parameter-removed", at, subject: named(key), before: at.value };
  }
  for (const { key, after: parameter } of parameters.added) {
    const rule = isRequired(parameter) ? "required-parameter-added" : "parameter-added";
    const at = siteOf(parameter, after);
    yield { rule, at, subject: named(key), after: at.value };
  }
  for (const { key, ...pair } of parameters.both) {
    yield* compareParameter(key, pair, {
      before: siteOf(pair.before, before),
      after: siteOf(pair.after, after),
    });
  }
}

function* compareParameter(key: string, { before, after }: Pair<Parameter>, sites: Pair): Findings {
  const shown = { at: sites.after, subject: named(key) };
  const [was, is] = [isRequired(before), isRequired(after)];
  if (was && !is) yield { rule: "parameter-optional", ...shown, before: "required", after: "optional" };
  if (!was && is) yield { rule: "parameter-required", ...shown, before: "optional", after: "required" };
  if (before.object.in !== after.object.in) {
    yield { rule: "parameter-moved", ...shown, before: before.object.in, after: after.object.in };
  }
  const [wasWritten, isWritten] = [writing(before), writing(after)];
  if (wasWritten !== isWritten) {
    yield { rule: "serialization-changed", ...shown, before: wasWritten, after: isWritten };
  }
  yield* compareSchemas(
    { before: schemasOf(before, sites.before), after: schemasOf(after, sites.after) },
    { side: "sent", at: sites, seen: new Set() },
  );
  yield* compareRest(sites, judged);
}

const judged = new Set([
  "allowEmptyValue",
  "content",
  "explode",
  "in",
  "name",
  "required",
  "schema",
  "style",
  "x-flatten",
  "x-idempotency-token",
]);

function parametersOf({ at, service, model }: OperationSite): Map<string, Parameter> {
  const item = (childOf(rootOf(service.spec), "paths", model.path)?.value ?? {}) as PathItem;
  const found = { operation: at.value as OperationObject, item, place: at.place };
  return new Map(
    describeParameters(service.spec, found).map((parameter) => [parameter.object.name, parameter]),
  );
}

function isRequired({ object }: Parameter): boolean {
  return object.in === "path" || (object.required ?? false);
}

/** How the value becomes text. */
function writing({ object }: Parameter): string {
  if (object["x-flatten"]) return "leaf by leaf";
  return object.content ? Object.keys(object.content).join(", ") : "plain";
}

function siteOf({ object, place }: Parameter, { service }: OperationSite): Site {
  return { spec: service.spec, value: object as unknown as Bag, place };
}

function schemasOf({ media, mediaPlace }: Parameter, site: Site): Site[] {
  const { schema } = media;
  if (schema === undefined || canonical(schema) === "{}") return [];
  return [placeIn({ ...site, value: schema as unknown as Bag, place: mediaPlace }, "schema")];
}
