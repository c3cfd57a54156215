import { isObject } from "../document/json.ts";
import type { Result, ResultMutant } from "./mutant.ts";

/** Clients that hand their caller something else than what arrived. */
export const resultMutants: readonly ResultMutant[] = [
  handed("result-error-as-success", (result) => (result.ok === false ? { ...result, ok: true } : undefined)),
  handed("result-success-as-error", (result) => (result.ok === true ? { ...result, ok: false } : undefined)),
  handed("result-truthy-ok", (result) => ({ ...result, ok: 1 })),
  handed("result-other-status", (result) => ({ ...result, status: Number(result.status) + 1 })),
  handed("result-status-as-text", (result) => ({ ...result, status: String(result.status) })),
  handed("result-text", (result) =>
    isObject(result.body) ? { ...result, body: JSON.stringify(result.body) } : undefined,
  ),
  handed("result-lost", (result) => (result.body === undefined ? undefined : { ...result, body: undefined })),
  handed("result-wrapped", (result) => ({ ...result, body: { data: result.body } })),
  handed("result-member-dropped", (result) => {
    if (!isObject(result.body)) return undefined;
    const [first, ...rest] = Object.entries(result.body);
    return first ? { ...result, body: Object.fromEntries(rest) } : undefined;
  }),
  handed("result-member-renamed", (result) => {
    if (!isObject(result.body)) return undefined;
    const [first, ...rest] = Object.entries(result.body);
    return first ? { ...result, body: Object.fromEntries([[`${first[0]}_`, first[1]], ...rest]) } : undefined;
  }),
  {
    side: "result",
    name: "result-thrown",
    breaks: "client-result",
    mutate: () => ({ kind: "thrown", error: new Error("a documented answer is no exception") }),
  },
];

function handed(name: string, change: (result: Result) => Result | undefined): ResultMutant {
  return { side: "result", name, breaks: "client-result", mutate: change };
}
