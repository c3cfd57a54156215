import type { Fetch } from "../src/index.ts";

/** A `fetch` that answers with one response and remembers the request it was given last. */
export function stubFetch(answer: () => Response = () => Response.json({})): {
  fetch: Fetch;
  sent: () => Request;
} {
  let last: Request | undefined;
  return {
    async fetch(url, init) {
      last = new Request(url, init);
      return answer();
    },
    sent() {
      if (!last) throw new Error("nothing was sent");
      return last;
    },
  };
}
