#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { keptFiles, makeOwn } from "./cache/kept-files.ts";

// Compiled code is code: Node's own folder for it is one that others may have made. The first run compiles, the others
// start in less than half of the time. (NODE_DISABLE_COMPILE_CACHE=1 turns it off.)
const { folder } = keptFiles();
if (makeOwn(folder)) enableCompileCache?.(join(folder, "compiled"));

// `fetch` parses HTTP by WebAssembly, which V8 compiles a second time after a few answers, with 20 MB of memory. A long
// run does so a little later, a short one never. V8 complains of flags that it does not know, as some other may not.
if (Number.parseInt(process.versions.node, 10) <= 26) setFlagsFromString("--wasm-tiering-budget=200000000");

const { main } = await import("./main.ts");
process.exitCode = await main(process.argv);
