import type { Hashing } from "./hashing.ts";

let loaded: Hashing | undefined;

/**
 * Node's own cryptography, which hashes at once, or that of the web, which does so by promises: the condition `node` of
 * package.json says which. It is loaded when something is first signed, since to look up a second name makes Node compile
 * what it checks names by, and takes a start by a fiftieth longer.
 */
export function loadHashing(): Hashing | Promise<Hashing> {
  return (
    loaded ??
    import("#hash").then((hashing) => {
      loaded = hashing;
      return hashing;
    })
  );
}
