import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const document = createRequire(import.meta.url).resolve("@settled/vro-client/openapi.json");
console.log(JSON.parse(readFileSync(join(dirname(document), "package.json"), "utf8")).version);
