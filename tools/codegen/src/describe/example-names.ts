import type { OperationObject, ResponseObject } from "../spec/document.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import { isJson } from "./media-type.ts";
import type { Operation } from "./operation.ts";
import type { Response } from "./responses.ts";

/** The names of the examples under a status; of several media types, those of the first that is JSON. */
export function exampleNames(spec: Spec, { path, method }: Operation, { status }: Response): string[] {
  const verb = method.toLowerCase();
  const operation = spec.document.paths[path]?.[verb as "get"] as OperationObject;
  const place = ["paths", path, verb, "responses", status];
  const declared = operation.responses?.[status] as ResponseObject;
  const content = Object.entries(resolve<ResponseObject>(spec, declared, place).value.content ?? {});
  const [, media] = content.find(([mediaType]) => isJson(mediaType)) ?? content[0] ?? [];
  if (media?.example !== undefined) return ["example"];
  return Object.keys(media?.examples ?? {});
}
