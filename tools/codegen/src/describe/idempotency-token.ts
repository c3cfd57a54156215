import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import type { Parameter } from "./parameters.ts";
import type { Body } from "./request-body.ts";

/** The argument by which the service knows a repeated request. */
export function describeIdempotencyToken(
  spec: Spec,
  parameters: readonly Parameter[],
  body: Body | undefined,
): string | undefined {
  const parameter = parameters.find(({ object }) => object["x-idempotency-token"]);
  if (parameter) return parameter.object.name;
  return Object.entries(body?.schema.properties ?? {}).find(([name, member]) => {
    const place = [...(body?.place ?? []), "properties", name];
    return (
      member["x-idempotency-token"] ?? resolve<SchemaObject>(spec, member, place).value["x-idempotency-token"]
    );
  })?.[0];
}
