import type { LinkObject, ResponseObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";

/** What to call next, and with what of this answer. */
export interface Link {
  readonly operationId: string;
  /** Parameter name to runtime expression, or to a constant. */
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
  readonly requestBody: unknown;
  /** Whether its target asks the server to cancel what the answer tells of. */
  readonly cancels: boolean;
  /** Whether what was started does not succeed by itself: it waits until somebody takes the next step. */
  readonly comesToRest: boolean;
  /** What following it means for an execution. It is for a sandbox: no client reads it. */
  readonly behaviour: readonly unknown[];
}

/** The links of a response that name their operation; an `operationRef` may lead out of the document. */
export function describeLinks(spec: Spec, { links }: ResponseObject, place: Place): Link[] {
  return Object.entries(links ?? {}).flatMap(([name, declared]) => {
    const { value } = resolve<LinkObject>(spec, declared, [...place, "links", name]);
    const { operationId, parameters, requestBody } = value;
    const cancels = value["x-lro-cancel"] ?? false;
    const values = value["x-lro-values"];
    const comesToRest = values !== undefined && !("succeeded" in values);
    const behaviour = [value["x-lro-answer"], values];
    return operationId === undefined
      ? []
      : [{ operationId, parameters, requestBody, cancels, comesToRest, behaviour }];
  });
}
