/**
 * `bench [provider…]`: what the clients weigh and cost. Wants built packages (`turbo run build`), and a quiet machine:
 * the figures are ratios within one run, and still swing by some percent.
 */
import { measureBundles } from "./bundle-size.ts";
import { measureCalls } from "./call-cost.ts";
import { listClients } from "./clients.ts";
import { measureColdImport } from "./cold-import.ts";
import { type Figure, formatFigures } from "./figure.ts";
import { measureInstallation } from "./installed-size.ts";
import { measureTypes } from "./type-cost.ts";

for (const client of await listClients(process.argv.slice(2))) {
  const installation = await measureInstallation(client);
  try {
    const figures: Figure[] = await measureBundles(client, installation.folder);
    figures.push(...installation.figures);
    figures.push(...(await measureColdImport(client, installation.folder)));
    figures.push(...(await measureCalls(client, installation.folder)));
    figures.push(...(await measureTypes(client, installation.folder)));
    process.stdout.write(formatFigures(figures));
  } finally {
    await installation.remove();
  }
}
