/** `build-package`, run in a package's folder: builds its `dist` from its `src`. */
import { buildPackage } from "./build-package.ts";

process.exitCode = await buildPackage(process.cwd());
