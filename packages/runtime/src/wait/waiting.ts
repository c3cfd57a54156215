/**
 * What waits: apart from the rest, since most programs never wait. A client loads it when it first does.
 */
export { resume } from "./resume.ts";
export { run } from "./run.ts";
export { settle } from "./settle.ts";
export { waitingBy } from "./waits.ts";
export { watch } from "./watch.ts";
