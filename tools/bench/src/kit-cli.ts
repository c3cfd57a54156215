/**
 * `bench:kit [provider…]`: what the judge costs: a short live run beside bare `fetch`, a recorded exchange, and a live
 * run of each provider. Wants built packages (`turbo run build`), and a quiet machine.
 */
import { listClients } from "./clients.ts";
import { formatFigures } from "./figure.ts";
import { measureJudging } from "./kit-judging.ts";
import { measureProvider } from "./kit-providers.ts";
import { measureStart } from "./kit-start.ts";

process.stdout.write(formatFigures(await measureStart()));
for (const client of await listClients(process.argv.slice(2))) {
  const figures = [...(await measureJudging(client.name)), ...(await measureProvider(client))];
  process.stdout.write(formatFigures(figures));
}
