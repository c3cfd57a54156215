import type { Document, Operation, SecurityScheme } from "./document.ts";

/**
 * The sets of schemes of which each suffices by itself, as far as a request can carry them: a client certificate is left
 * out. OAS 3.1.1 §4.8.30: the schemes of one set go together, such as the id of an application and its key. They are in
 * the document's order, but those come last of which the document does not say how they go.
 */
export function carriableRequirements(document: Document, { security }: Operation): (readonly string[])[] {
  const isCarried = (name: string) => placeOf(document.securitySchemes[name]) !== undefined;
  const carriable = security
    .filter((names) => !doClash(document, names))
    .map((names) => names.filter(isCarried))
    .filter((names) => names.length > 0);
  const isReadable = readableIn(document);
  return [...carriable.filter(isReadable), ...carriable.filter((names) => !isReadable(names))];
}

/** Those of them of which a request shows something that can be held against what is documented. */
export function readableRequirements(document: Document, operation: Operation): (readonly string[])[] {
  return carriableRequirements(document, operation).filter(readableIn(document));
}

function readableIn({ securitySchemes }: Document): (names: readonly string[]) => boolean {
  return (names) => names.some((name) => ["http", "apiKey"].includes(securitySchemes[name]?.type ?? ""));
}

/** Whether two of them go to the same place of a request, where there is room for one. One access token serves several. */
export function doClash({ securitySchemes }: Document, names: readonly string[]): boolean {
  const schemes = names.map((name) => securitySchemes[name]);
  const token = schemes.find(isAccessToken);
  const places = [...schemes.filter((scheme) => !isAccessToken(scheme)), ...(token ? [token] : [])]
    .map(placeOf)
    .filter((place) => place !== undefined);
  return new Set(places).size < places.length;
}

/** A set of schemes in words. */
export function formatRequirement(names: readonly string[]): string {
  return names.join(" and ");
}

/** Whether a scheme's credential is an access token, which goes as RFC 6750 §2.1 says where nothing else is known. */
export function isAccessToken(scheme: SecurityScheme | undefined): boolean {
  return scheme?.type === "other" && ["oauth2", "openIdConnect"].includes(scheme.what);
}

function placeOf(scheme: SecurityScheme | undefined): string | undefined {
  if (scheme?.type === "apiKey") {
    return scheme.in === "header" ? scheme.name.toLowerCase() : `${scheme.in} ${scheme.name}`;
  }
  return scheme?.type === "http" || isAccessToken(scheme) ? "authorization" : undefined;
}
