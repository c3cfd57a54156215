import { createRequire } from "node:module";
import type { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
import type { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import type { AccessKey } from "../../src/authentication/credentials.ts";
import { developmentKey } from "./alibaba-clients.ts";

/** What the vendor's client made of an answer. */
// biome-ignore lint/suspicious/noExplicitAny: the vendor's core types no answer; its services do
export type Body = any;

// All of it is loaded in one way, so that there is one class of each name.
const core = createRequire(createRequire(import.meta.url).resolve("@huaweicloud/huaweicloud-sdk-core"));

export const PROJECT = "aa2d97d7e62c4b7da3ffdfc11551f878";

export interface HuaweiClient {
  readonly name: string;
  /** Why it cannot be tried, if it cannot. */
  readonly missing?: string;
  create(host: string, key?: AccessKey): HcClient;
}

/** What the generated client of every service is made of. */
const direct: HuaweiClient = {
  name: "huaweicloud-sdk-core 3.1.211, HcClient",
  create(host, key = developmentKey()) {
    const { HcClient } = core("./HcClient");
    const { DefaultHttpClient } = core("./http/DefaultHttpClient");
    const endpoints = [`http://${host}`];
    const client = new HcClient(new DefaultHttpClient({ logger: silent }, endpoints));
    return client.withCredential(credentialsOf(key)).withEndpoints(endpoints);
  },
};

const built: HuaweiClient = {
  name: "huawei sdk-core 3.1.211, ClientBuilder",
  ...whyNoBuilder(),
  create(host, key = developmentKey()) {
    const { ClientBuilder } = core("./ClientBuilder");
    return (
      new ClientBuilder((client: HcClient) => client)
        .withEndpoint(`http://${host}`)
        .withCredential(credentialsOf(key))
        // By default it writes an id into the user's home.
        .withOptions({ customUserAgent: "settled" })
        .build()
    );
  },
};

export const clients: readonly HuaweiClient[] = [direct, built];

type Options = Parameters<HcClient["sendRequest"]>[0];

/** Calls an operation as the generated client of the service does. */
export function call(
  client: HcClient,
  method: string,
  path: string,
  { query = {}, data }: { query?: Options["queryParams"]; data?: object } = {},
): Promise<Body> {
  return client.sendRequest({
    method,
    url: `/v2/{project_id}${path}`,
    contentType: "application/json",
    queryParams: query,
    pathParams: {},
    headers: {},
    ...(data && { data }),
  });
}

/** The error that the client throws, as its users tell errors apart. */
export function describeError(error: Body): object {
  const { ServiceResponseException } = core("./exception/ServiceResponseException");
  if (!(error instanceof ServiceResponseException)) throw error;
  const { errorCode: code, httpStatusCode: status } = error;
  return { is: error.constructor.name, code, status };
}

function credentialsOf({ id, secret, securityToken }: AccessKey): BasicCredentials {
  const { BasicCredentials } = core("./auth/BasicCredentials");
  const credentials = new BasicCredentials().withAk(id).withSk(secret).withProjectId(PROJECT);
  return securityToken === undefined ? credentials : credentials.withSecurityToken(securityToken);
}

/** The package does not declare that it needs `uuid`, so that it is there by chance alone. */
function whyNoBuilder(): { missing?: string } {
  try {
    core("./ClientBuilder");
    return {};
  } catch (error) {
    return { missing: (error as Error).message.split("\n")[0] ?? "" };
  }
}

/** By default it writes every error to the console. */
const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => "error" as Body,
  setName() {},
};
