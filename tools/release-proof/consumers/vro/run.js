import { program } from "./program.js";

const { process, Deno } = globalThis;
console.log(await program(process ? process.argv[2] : Deno.args[0]));
