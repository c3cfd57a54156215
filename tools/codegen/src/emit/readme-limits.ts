import type { Service } from "../describe/service.ts";

/** What bounds a call: versions, attempts, time, and how often one may ask. */
export function limitSections(service: Service): string[] {
  return [versionSection(service), retrySection(service), throttlingSection(service)];
}

function versionSection({ mediaTypeVersion, variableName }: Service): string {
  if (!mediaTypeVersion) return "";
  const { default: written, versions } = mediaTypeVersion;
  const known = versions.map((version) => `\`"${version}"\``).join(", ");
  const other = versions.findLast((version) => version !== written) ?? written;
  return `## Versions

The media types tell releases apart. The types of this package are written for \`"${written}"\`, which is also what is \
asked for; \`const ${variableName} = createClient({ version: "${other}", … })\` asks for another. Known are ${known}.`;
}

function retrySection({ operations }: Service): string {
  const bearing = operations.some(({ idempotencyToken }) => idempotencyToken)
    ? ", or that bear the token by which the service knows a repeated request,"
    : "";
  return `## Retries and time-outs

An attempt may take 30 seconds (\`timeout\`), a call with all its attempts 2 minutes (\`totalTimeout\`). Operations \
that only read${bearing} are tried up to three times (\`retry\`) when the service is asked too often, fails in \
passing, or does not answer. A client takes these options for all calls, a call for itself, beside its \`signal\`.

\`fetchOptions\` goes to \`fetch\`: on Node, a \`dispatcher\` of undici 7 in it brings a certificate authority, a client \
certificate or a proxy. \`hooks\` are told of requests, retries and polls.`;
}

function throttlingSection({ throttling }: Service): string {
  if (!throttling) return "";
  const { statuses = [], codes = [], retryAfter } = throttling;
  const signs = [
    ...statuses.map((status) => `the status ${status}`),
    ...(codes.length > 0 ? [`one of the codes ${codes.map((code) => `\`${code}\``).join(", ")}`] : []),
  ];
  const told = signs.length > 0 ? `Who asks too often is answered with ${signs.join(", or ")}.` : "";
  const unit = retryAfter?.unit === "ms" ? "milliseconds" : "seconds";
  const wait = retryAfter ? `The header \`${retryAfter.header}\` says in ${unit} how long to wait.` : "";
  return `## Throttling\n\n${[told, wait].filter(Boolean).join(" ")}`;
}
