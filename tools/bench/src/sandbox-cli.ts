/**
 * `bench:sandbox [provider…]`: what the sandbox spends on a usual request, as a ratio to a bare server; and how it
 * fares with 100 clients at once.
 */
import { listClients } from "./clients.ts";
import { formatFigures } from "./figure.ts";
import { pinSelf } from "./pinned.ts";
import { measureSandbox } from "./sandbox-cost.ts";
import { formatLoad, loadSandbox } from "./sandbox-load.ts";

pinSelf();
for (const { name } of await listClients(process.argv.slice(2))) {
  process.stdout.write(formatFigures(await measureSandbox(name)));
  process.stdout.write(formatLoad(await loadSandbox(name)));
}
