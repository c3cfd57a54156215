import { exampleOperation } from "../describe/example-operation.ts";
import type { Service } from "../describe/service.ts";
import { printNeeded } from "../print/creation.ts";
import { type Example, printExample } from "../print/example.ts";

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

function retrySection(service: Service): string {
  const { operations, variableName: client } = service;
  const bearing = operations.some(({ idempotencyToken }) => idempotencyToken)
    ? ", or that bear the token by which the service knows a repeated request,"
    : "";
  return `## Retries and time-outs

An attempt may take 30 seconds (\`timeout\`), a call with all its attempts 2 minutes (\`totalTimeout\`). Operations \
that only read${bearing} are tried up to three times (\`retry\`) when the service is asked too often, fails \
(500, 502 to 504), or does not answer. Set these options on the client, or on a call, beside its \`signal\`: \
\`${client}.${exampleOperation(operations)?.id}(args, { signal, timeout: "5s" })\`.

\`fetchOptions\` goes to \`fetch\`. On Node, a \`dispatcher\` in it brings a client certificate, a proxy, or a private \
certificate authority, for which alone \`NODE_EXTRA_CA_CERTS=./authority.pem\` is enough. Make it with \
undici 7: a later one does not fit the \`fetch\` of Node 20 to 24 (\`UND_ERR_INVALID_ARG\`):

\`\`\`ts
${certificateCode(service)}\`\`\`

\`hooks\` are told of requests, retries and polls. For OpenTelemetry, the repository has \
\`packages/runtime/examples/open-telemetry.ts\`.

${printExample(service, hooksExample(service))}`;
}

/** undici is the user's, and no dependency of the package, whose own tests so leave it out. */
function certificateCode(service: Service): string {
  const { packageName, variableName: client } = service;
  const needed = printNeeded(service).trim();
  return `import { readFileSync } from "node:fs";
import { createClient } from "${packageName}";
import { Agent } from "undici";

const dispatcher = new Agent({ connect: { ca: readFileSync("authority.pem") } });
const ${client} = createClient({ ${needed && `${needed} `}fetchOptions: { dispatcher } });
`;
}

/** What a hook is told. */
export function hooksExample(service: Service): Example {
  const { variableName: client } = service;
  const needed = printNeeded(service).trim();
  return {
    imports: ["createClient"],
    code: `const ${client} = createClient({
${needed && `  ${needed}\n`}  hooks: {
    response: ({ operation, status, duration }) => console.log(operation, status, duration),
    retry: ({ operation, attempt, delay }) => console.warn(operation, attempt, delay),
  },
});
`,
  };
}

function throttlingSection({ throttling }: Service): string {
  if (!throttling) return "";
  const { statuses = [], codes = [], retryAfter } = throttling;
  const signs = [
    ...statuses.map((status) => `the status ${status}`),
    ...(codes.length > 0 ? [`one of the codes ${codes.map((code) => `\`${code}\``).join(", ")}`] : []),
  ];
  const told =
    signs.length > 0 ? `A caller that asks too often is answered with ${signs.join(", or ")}.` : "";
  const unit = retryAfter?.unit === "ms" ? "milliseconds" : "seconds";
  const wait = retryAfter ? `The header \`${retryAfter.header}\` says in ${unit} how long to wait.` : "";
  return `## Throttling\n\n${[told, wait].filter(Boolean).join(" ")}`;
}
