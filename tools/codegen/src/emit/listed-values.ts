import type { Service } from "../describe/service.ts";

/** What `createClient` holds options against, if there is something: no call needs it. */
export function listedValues({ servers, operations, mediaTypeVersion }: Service): object | undefined {
  const all = [...servers, ...operations.flatMap((operation) => operation.servers?.[0] ?? [])];
  const variables = Object.fromEntries(
    all.flatMap(({ url, variables = {} }) => {
      const listed = Object.entries(variables).flatMap(([name, { enum: values }]) =>
        values ? [[name, values] as const] : [],
      );
      return listed.length > 0 ? [[url, Object.fromEntries(listed)]] : [];
    }),
  );
  const hasVariables = Object.keys(variables).length > 0;
  if (!(hasVariables || mediaTypeVersion)) return undefined;
  return { variables: hasVariables ? variables : undefined, versions: mediaTypeVersion?.versions };
}
