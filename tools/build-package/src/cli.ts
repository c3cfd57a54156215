/**
 * `build-package [source…]`, run in a package's folder: builds its `dist` from its `src`. The sources are those that a
 * usual run of a program loads, in this order.
 */
import { buildPackage } from "./build-package.ts";

process.exitCode = await buildPackage(process.cwd(), process.argv.slice(2));
