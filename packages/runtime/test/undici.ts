// undici's own types bring those of Node along, which would then be there for the sources too: what is used of it is
// typed here.
declare const process: {
  getBuiltinModule(id: "node:module"): {
    createRequire(of: string): (name: "undici") => Undici;
  };
};

interface Undici {
  readonly Agent: new (options: { connect?: Tls }) => Dispatcher;
  readonly ProxyAgent: new (options: { uri: string; token?: string; requestTls?: Tls }) => Dispatcher;
  readonly fetch: (url: string, init: object) => Promise<Response>;
}

/** What `node:tls` calls so. */
interface Tls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

export interface Dispatcher {
  destroy(): Promise<void>;
}

const undici = process.getBuiltinModule("node:module").createRequire(import.meta.url)("undici");

export const Agent: Undici["Agent"] = undici.Agent;
export const ProxyAgent: Undici["ProxyAgent"] = undici.ProxyAgent;
export const undiciFetch: Undici["fetch"] = undici.fetch;
