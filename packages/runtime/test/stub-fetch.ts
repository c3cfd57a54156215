/** A `fetch` that answers with one response and remembers the request it was given last. */
export function stubFetch(answer: () => Response = () => Response.json({})): {
  fetch: (request: Request) => Promise<Response>;
  sent: () => Request;
} {
  let last: Request | undefined;
  return {
    async fetch(request) {
      last = request.clone();
      return answer();
    },
    sent() {
      if (!last) throw new Error("nothing was sent");
      return last;
    },
  };
}
