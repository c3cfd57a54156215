import { readCredential } from "../authentication/read-credential.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import type { OutgoingRequest } from "../wire/send.ts";
import { needsCredentials, type RequestMutant, type Situation } from "./mutant.ts";

/** A place that holds a credential. */
type Held = readonly [holder: Headers | URLSearchParams, name: string];

/** Clients that authenticate otherwise than they were told to, or not at all. */
export const credentialMutants: readonly RequestMutant[] = [
  spoilt("credentials-gone", (holder, name) => holder.delete(name)),
  spoilt("credentials-part-gone", (holder, name) => holder.delete(name), firstOfSeveral),
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
  chosen: (held: readonly Held[]) => readonly Held[] = (held) => held,
): RequestMutant {
  return {
    side: "request",
    name: `request-${name}`,
    breaks: "authentication",
    mutate(request, situation) {
      if (!needsCredentials(situation)) return undefined;
      const url = new URL(request.url);
      const headers = PlainHeaders.of(request.headers);
      const places = placesOf(situation).map(
        ([place, name]): Held => [place === "query" ? url.searchParams : headers, name],
      );
      const held = chosen(places.filter(([holder, name]) => holder.has(name)));
      const done = held.map(([holder, name]) => spoil(holder, name, situation) !== false);
      const other = { ...request, url: url.href, headers };
      return done.includes(true) && !isStillGood(situation, request, other) ? other : undefined;
    },
  };
}

/** Where credentials may be, each place once. */
function placesOf({ document }: Situation): (readonly [place: "header" | "query", name: string])[] {
  const keys = Object.values(document.securitySchemes).flatMap((scheme) =>
    scheme.type === "apiKey" ? [scheme] : [],
  );
  const inHeaders = keys.filter((key) => key.in === "header").map(({ name }) => name.toLowerCase());
  const inQuery = keys.filter((key) => key.in === "query").map(({ name }) => name);
  return [
    ...[...new Set(["authorization", "cookie", ...inHeaders])].map((name) => ["header", name] as const),
    ...[...new Set(inQuery)].map((name) => ["query", name] as const),
  ];
}

function firstOfSeveral(held: readonly Held[]): readonly Held[] {
  return held.length > 1 ? held.slice(0, 1) : [];
}

/** Whether an alternative is shown as it was: it does without what was spoilt. */
function isStillGood(
  { document, testCase: { requirement, operation } }: Situation,
  before: OutgoingRequest,
  after: OutgoingRequest,
): boolean {
  return (requirement ? [requirement] : operation.security).some((names) =>
    names.every((name) => {
      const scheme = document.securitySchemes[name];
      if (scheme === undefined || scheme.type === "other") return true;
      const shown = readCredential(scheme, before);
      return shown !== undefined && shown === readCredential(scheme, after);
    }),
  );
}
