#!/usr/bin/env node
import { keepCompiled } from "./cache/compiled.ts";

keepCompiled();

const { main } = await import("./main.ts");
process.exitCode = await main(process.argv);
