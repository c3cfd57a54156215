/** What a client loads when it first waits. */
export { resume } from "./resume.ts";
export { run } from "./run.ts";
export { settle } from "./settle.ts";
export { watch } from "./watch.ts";
