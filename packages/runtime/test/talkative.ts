import type { Fetch } from "../src/index.ts";

/** What was sent, in the form in which libraries around `fetch` have it. */
interface Config {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface Talkative {
  readonly name: string;
  /** What it throws, or answers. */
  readonly with: (config: Config) => unknown;
  /** Whether a result holds what was sent: the service has put it there. */
  readonly echoes?: true;
}

const rawOf = ({ headers, data }: Config) => [...Object.values(headers), data].join(" and ");
const spelledOf = ({ headers, data }: Config) =>
  [...Object.values(headers), data].map(encodeURIComponent).join("&");
const withStack = (error: Error, stack: string) => Object.assign(error, { stack });

const errors: readonly Talkative[] = [
  { name: "headers as they are", with: (config) => new Error(rawOf(config)) },
  { name: "headers as JSON", with: ({ headers }) => new TypeError(JSON.stringify(headers)) },
  { name: "headers as in a URL", with: (config) => new Error(spelledOf(config)) },
  {
    name: "the whole request",
    with: (config) =>
      Object.assign(new Error("Request failed"), {
        config,
        request: { _header: rawOf(config) },
        url: config,
      }),
  },
  { name: "a code", with: (config) => Object.assign(new Error("failed"), { code: rawOf(config) }) },
  { name: "a name", with: (config) => Object.assign(new Error("failed"), { name: rawOf(config) }) },
  {
    name: "a cause of itself",
    with: (config) => {
      const error = new Error(rawOf(config));
      return Object.assign(error, { cause: error });
    },
  },
  {
    name: "a stack",
    with: (config) => withStack(new Error("failed"), `Error: ${rawOf(config)}\n    at send`),
  },
  {
    name: "causes of causes",
    with: (config) => {
      const innermost = Object.assign(new Error(JSON.stringify(config)), { config });
      const inner = new Error(rawOf(config), { cause: innermost });
      return new TypeError("fetch failed", { cause: Object.assign(inner, { headers: config.headers }) });
    },
  },
  { name: "a cause that is no error", with: (config) => new Error("failed", { cause: config }) },
  { name: "a cause that is a text", with: (config) => new Error("failed", { cause: rawOf(config) }) },
  {
    name: "several errors",
    with: (config) => new AggregateError([new Error(rawOf(config)), config, rawOf(config)], rawOf(config)),
  },
  { name: "an exception of the DOM", with: (config) => new DOMException(rawOf(config), "NetworkError") },
  { name: "a text", with: rawOf },
  { name: "an object", with: (config) => ({ ...config }) },
  {
    name: "an object like an error",
    with: (config) => ({ ...config, message: rawOf(config), cause: config }),
  },
  {
    name: "what the platform says of a header",
    with: ({ url, headers }) => {
      try {
        return new Error(`no way to ${new Request(url, { headers }).url}`);
      } catch (refusal) {
        return refusal;
      }
    },
  },
];

const answers: readonly Talkative[] = [
  { name: "nothing of it", with: () => Response.json({ state: "DONE" }) },
  {
    name: "a refusal with the headers",
    echoes: true,
    with: (config) => Response.json({ message: rawOf(config), ...config }, { status: 401 }),
  },
  {
    name: "a code that is the headers",
    echoes: true,
    with: (config) => Response.json({ code: rawOf(config) }, { status: 401 }),
  },
  {
    name: "a refusal with the headers in headers",
    echoes: true,
    with: (config) => new Response("{}", { status: 403, headers: { "x-sent": spelledOf(config) } }),
  },
  {
    name: "a page with the headers",
    echoes: true,
    with: (config) => new Response(`<html>${rawOf(config)}`, { status: 502, headers: html }),
  },
  { name: "half a body", echoes: true, with: (config) => new Response(JSON.stringify(config).slice(0, -1)) },
  {
    name: "a body that breaks off",
    with: (config) => {
      const source = {
        pull: (body: ReadableStreamDefaultController) => body.error(new Error(rawOf(config))),
      };
      return new Response(new ReadableStream(source));
    },
  },
  {
    name: "a way elsewhere",
    echoes: true,
    with: (config) =>
      new Response(null, {
        status: 307,
        headers: { location: `https://elsewhere.example/?${spelledOf(config)}` },
      }),
  },
];

const html = { "content-type": "text/html" };

/** What a `fetch` of the user's, a proxy or a service may do with what it is sent. */
export const talkative: readonly Talkative[] = [...errors, ...answers];

/** A `fetch` that does so. */
export function talkativeFetch({ with: talk }: Talkative): Fetch {
  return async (url, { headers, body }) => {
    const config = { url, headers: headers as Record<string, string>, data: `${body ?? ""}` };
    const said = talk(config);
    if (said instanceof Response) return said;
    throw said;
  };
}
