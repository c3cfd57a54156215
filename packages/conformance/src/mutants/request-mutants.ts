import type { Parameter, Place } from "../document/document.ts";
import { matchesMediaType } from "../wire/media-type.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import type { OutgoingRequest } from "../wire/send.ts";
import { isByMember, joined } from "../wire/serialize.ts";
import type { RequestMutant, Situation } from "./mutant.ts";

const OTHER_METHOD: Readonly<Record<string, string>> = { GET: "DELETE", PUT: "POST" };

/** Clients that send something else than they were given, or than is documented. */
export const requestMutants: readonly RequestMutant[] = [
  sent("request-other-method", ({ method }) => ({ method: OTHER_METHOD[method] ?? "PUT" })),
  moved("request-path-misspelt", (url) => {
    url.pathname = url.pathname.replace(/[^/]*$/, (last) => `${last}x`);
  }),
  moved("request-path-doubled-slash", (url) => {
    url.pathname = `/${url.pathname}`;
  }),
  moved("request-path-trailing-slash", (url) => {
    url.pathname = `${url.pathname}/`;
  }),
  moved("request-path-id-gone", (url, situation) => {
    const id = given(situation, "path").at(-1);
    if (!id) return false;
    url.pathname = url.pathname.replace(encodeURIComponent(id.value), "");
  }),
  moved("request-path-id-other", (url, situation) => {
    const id = given(situation, "path").at(-1);
    if (!id) return false;
    url.pathname = url.pathname.replace(encodeURIComponent(id.value), "someone-elses");
  }),
  moved("request-query-stranger", (url) => {
    url.searchParams.set("stranger", "1");
  }),
  moved("request-query-dropped", (url, situation) => {
    const [query] = given(situation, "query");
    if (!query) return false;
    url.searchParams.delete(query.name);
  }),
  moved("request-query-other-case", (url, situation) => {
    const [query] = given(situation, "query");
    if (!query) return false;
    url.searchParams.delete(query.name);
    url.searchParams.set(
      query.name.toLowerCase() === query.name ? query.name.toUpperCase() : query.name.toLowerCase(),
      query.value,
    );
  }),
  moved("request-query-other-value", (url, situation) => {
    const [query] = given(situation, "query");
    if (!query) return false;
    url.searchParams.set(query.name, `${query.value}0`);
  }),
  moved("request-query-twice", (url, situation) => {
    const [query] = given(situation, "query");
    if (!query) return false;
    url.searchParams.append(query.name, query.value);
  }),
  headed("request-accept-other", (headers, { testCase }) => {
    const answers = Object.values(testCase.operation.responses);
    if (answers.every(({ content }) => content.length === 0)) return false;
    headers.set("accept", "application/x-undocumented");
  }),
  headed("request-content-type-other", (headers, { testCase }) => {
    const documented = testCase.operation.requestBody?.content ?? [];
    if (!testCase.arguments.body || documented.some(({ type }) => matchesMediaType("text/plain", type)))
      return false;
    headers.set("content-type", "text/plain");
  }),
  // A form without a field is as good as none.
  sent("request-body-gone", ({ bytes }) => (bytes.length > 0 ? { bytes: new Uint8Array() } : undefined)),
  sent("request-body-other", (_, { testCase }) =>
    testCase.arguments.body ? { bytes: new TextEncoder().encode("stranger=1") } : undefined,
  ),
];

function sent(
  name: string,
  change: (request: OutgoingRequest, situation: Situation) => Partial<OutgoingRequest> | undefined,
): RequestMutant {
  return {
    side: "request",
    name,
    breaks: "request",
    mutate(request, situation) {
      const changed = change(request, situation);
      return changed && { ...request, ...changed };
    },
  };
}

function moved(name: string, move: (url: URL, situation: Situation) => unknown): RequestMutant {
  return {
    side: "request",
    name,
    breaks: "request",
    mutate(request, situation) {
      const [before, url] = [new URL(request.url), new URL(request.url)];
      const isMoved = move(url, situation) !== false && url.href !== before.href;
      return isMoved ? { ...request, url: url.href } : undefined;
    },
  };
}

function headed(name: string, change: (headers: Headers, situation: Situation) => unknown): RequestMutant {
  return {
    side: "request",
    name,
    breaks: "request",
    mutate(request, situation) {
      const headers = PlainHeaders.of(request.headers);
      return change(headers, situation) === false ? undefined : { ...request, headers };
    },
  };
}

/** The parameters of a place that the request was given, as text. */
function given({ testCase }: Situation, place: Place): { name: string; value: string }[] {
  const values = testCase.arguments[place];
  return (
    testCase.operation.parameters
      .filter((parameter: Parameter) => parameter.in === place && values[parameter.name] !== undefined)
      // An object whose members travel as fields of their own has none of its name.
      .filter(({ serialization }) => !isByMember(serialization))
      .map(({ name, serialization }) => ({ name, value: joined(values[name] ?? null, serialization) }))
  );
}
