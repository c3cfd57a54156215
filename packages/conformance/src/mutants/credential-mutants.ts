import { PlainHeaders } from "../wire/plain-headers.ts";
import { needsCredentials, type RequestMutant, type Situation } from "./mutant.ts";

/** Clients that authenticate otherwise than they were told to, or not at all. */
export const credentialMutants: readonly RequestMutant[] = [
  spoilt("credentials-gone", (holder, name) => holder.delete(name)),
  spoilt("credentials-empty", (holder, name) => holder.set(name, "")),
  spoilt("credentials-other-scheme", (holder, name) => {
    if (name !== "authorization") return false;
    holder.set(name, "Digest username=nobody");
  }),
  spoilt("credentials-other-value", (holder, name, { authority }) => {
    if (!authority) return false;
    holder.set(name, `${holder.get(name)}0`);
  }),
];

/** Spoils the credentials wherever the document puts them, and a request has them. */
function spoilt(
  name: string,
  spoil: (holder: Headers | URLSearchParams, name: string, situation: Situation) => unknown,
): RequestMutant {
  return {
    side: "request",
    name: `request-${name}`,
    breaks: "authentication",
    mutate(request, situation) {
      if (!needsCredentials(situation)) return undefined;
      const url = new URL(request.url);
      const headers = PlainHeaders.of(request.headers);
      const keys = Object.values(situation.document.securitySchemes).flatMap((scheme) =>
        scheme.type === "apiKey" ? [scheme] : [],
      );
      const places = [
        ...["authorization", "cookie"].map((name) => [headers, name] as const),
        ...keys
          .filter((key) => key.in !== "cookie")
          .map((key) => [key.in === "query" ? url.searchParams : headers, key.name] as const),
      ];
      const held = places.filter(([holder, name]) => holder.has(name));
      const done = held.map(([holder, name]) => spoil(holder, name, situation) !== false);
      return done.includes(true) ? { ...request, url: url.href, headers } : undefined;
    },
  };
}
