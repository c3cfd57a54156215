import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const index = createRequire(import.meta.url).resolve("@settled/vro-client");
console.log(JSON.parse(readFileSync(join(dirname(index), "../package.json"), "utf8")).version);
