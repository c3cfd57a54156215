import { describeCredentials } from "../sandbox/control/describe-credentials.ts";
import { baseUrlOf, linesFor } from "../sandbox/control/describe-state.ts";
import type { Sandbox } from "../sandbox/create-sandbox.ts";
import type { Service } from "../sandbox/service.ts";

const WIDTH = 80;
const INDENT = "  ";

/** Where a sandbox is and how to get in, for a terminal. */
export async function describeSandbox(
  sandbox: Sandbox,
  origin: string,
  certificate: string | undefined,
): Promise<string> {
  const { services } = sandbox;
  const parts = await Promise.all(
    services.map((service) => describeService(sandbox, service, origin, certificate)),
  );
  const trust =
    certificate === undefined
      ? []
      : [`Certificate: ${certificate}`, `${INDENT}curl --cacert, or NODE_EXTRA_CA_CERTS for Node`];
  return [...parts.flat(), `Page: ${origin}/_settled`, ...trust, "Ctrl-C ends it."].join("\n");
}

async function describeService(
  { services, credentials }: Sandbox,
  service: Service,
  origin: string,
  certificate: string | undefined,
): Promise<string[]> {
  const { document } = service;
  const [line] = await linesFor(service, services, credentials, origin);
  return [
    `${document.name} at ${baseUrlOf(service, services, origin)}`,
    ...describeCredentials(document, credentials).flatMap((shown) =>
      wrap(`${shown.scheme}: ${shown.with}`.split(" "), ""),
    ),
    ...(line ? wrap(wordsOf(trusting(line.curl, certificate)), " \\") : []),
  ];
}

function trusting(curl: string, certificate: string | undefined): string {
  return certificate === undefined ? curl : curl.replace(/^curl/, `curl --cacert '${certificate}'`);
}

/** The words of a command line as a shell has them, each option with its value. */
function wordsOf(line: string): string[] {
  return line.match(/(?:-\S+ )?(?:'[^']*'|\\.|[^\s'\\])+/g) ?? [];
}

/** As many words on a line as there is room for; a line that goes on ends in `continued`. */
function wrap(words: readonly string[], continued: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? `${INDENT}${word}` : `${line} ${word}`;
    if (line === "" || longer.length + continued.length <= WIDTH) {
      line = longer;
      continue;
    }
    lines.push(`${line}${continued}`);
    line = `${INDENT}${INDENT}${word}`;
  }
  return [...lines, line];
}
