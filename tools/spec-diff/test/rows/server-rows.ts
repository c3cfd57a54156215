import { acme, GET, operation, type Row } from "./acme.ts";

const servers = (...list: unknown[]) => acme({ servers: list });
const one = { url: "https://one.example.com" };
const two = { url: "https://two.example.com" };
const zone = (parts: Record<string, unknown>) =>
  servers({ url: "https://{zone}.example.com", variables: { zone: { default: "a", ...parts } } });
const host = "#/servers/variables/zone";

/** What becomes of where the service is. */
export const serverRows: readonly Row[] = [
  {
    what: "one more server",
    before: servers(one),
    after: servers(one, two),
    want: ["minor nobody server-added #/servers"],
    spares: ["server-moved", "server-removed"],
    consumer: "createClient({ server: { index: 0 } });",
  },
  {
    what: "the second server is gone",
    before: servers(one, two),
    after: servers(one),
    want: ["major callers server-removed #/servers"],
    spares: ["server-moved"],
    consumer: "createClient({ server: { index: 1 } });",
  },
  {
    what: "the server has another address",
    before: servers(one),
    after: servers(two),
    want: ["major callers server-moved #/servers"],
    spares: ["server-removed", "server-added"],
    consumer: "createClient();",
  },
  {
    what: "an operation goes to a server of its own",
    before: operation({}),
    after: operation({ servers: [two] }),
    want: [`major callers server-moved ${GET}/servers`],
    spares: ["server-added"],
    consumer: "await acme.getJob();",
  },
  {
    what: "a variable can be set",
    before: zone({}),
    after: servers({
      url: "https://{zone}.example.com",
      variables: { zone: { default: "a" }, stage: { default: "live" } },
    }),
    want: ["minor nobody server-variable-added #/servers/variables/stage"],
    spares: ["server-moved"],
  },
  {
    what: "a variable cannot be set any more",
    before: servers({
      url: "https://{zone}.example.com",
      variables: { zone: { default: "a" }, stage: { default: "live" } },
    }),
    after: zone({}),
    want: ["major callers server-variable-removed #/servers/variables/stage"],
    spares: ["server-removed"],
    consumer: 'createClient({ server: { variables: { stage: "test" } } });',
  },
  {
    what: "a variable takes fewer values",
    before: zone({ enum: ["a", "b"] }),
    after: zone({ enum: ["a"] }),
    want: [`major callers server-variable-narrowed ${host}`],
    spares: ["server-variable-widened", "server-variable-removed"],
    consumer: 'createClient({ server: { variables: { zone: "b" } } });',
  },
  {
    what: "a variable takes more values",
    before: zone({ enum: ["a"] }),
    after: zone({ enum: ["a", "b"] }),
    want: [`minor nobody server-variable-widened ${host}`],
    spares: ["server-variable-narrowed", "server-variable-added"],
  },
  {
    what: "a variable has another default",
    before: zone({ enum: ["a", "b"] }),
    after: zone({ enum: ["b", "a"], default: "b" }),
    want: [`major callers server-moved ${host}`],
    spares: ["server-variable-narrowed", "server-variable-widened"],
    consumer: "createClient();",
  },
];
