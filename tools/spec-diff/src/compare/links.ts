import type { Operation } from "codegen/src/describe/operation.ts";

/** What each link leads to, and with what: the names of links are nothing to anybody. */
export type Links = ReadonlyMap<string, unknown>;

export function linksOf({ responses }: Operation): Links {
  const links = responses.flatMap((response) =>
    response.links.map((link) => ({ link, status: response.status })),
  );
  const grouped = Map.groupBy(links, ({ link }) => link.operationId);
  return new Map(
    [...grouped].map(([id, some]) => [
      id,
      some.map(({ status, link: { parameters, requestBody, cancels, behaviour } }) => ({
        status,
        parameters,
        requestBody,
        cancels,
        behaviour,
      })),
    ]),
  );
}
