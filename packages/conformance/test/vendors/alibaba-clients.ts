import { createRequire } from "node:module";
import PopCore from "@alicloud/pop-core";
import type { AccessKey } from "../../src/authentication/credentials.ts";
import { DEVELOPMENT_CREDENTIALS } from "../../src/run/credentials.ts";

// Vitest and Node differ in what the default import of such a CommonJS module is.
const OpenApi: typeof import("@alicloud/openapi-core") = createRequire(import.meta.url)(
  "@alicloud/openapi-core",
);

type Fields = Readonly<Record<string, string | number>>;

/** What the vendor's client made of an answer. */
// biome-ignore lint/suspicious/noExplicitAny: the vendor's clients type no answer
export type Body = any;

export interface Service {
  readonly version: string;
  /** Where its parameters travel. */
  readonly parameters: "query" | "form";
}

export const OOS: Service = { version: "2019-06-01", parameters: "query" };
export const BPSTUDIO: Service = { version: "2021-09-31", parameters: "form" };

export interface AlibabaClient {
  readonly name: string;
  /** Where the signature travels: in `Authorization`, or among the parameters. */
  readonly signs: "header" | "parameters";
  /** Where it puts the parameters of a service, whatever that documents. */
  readonly sends: "as documented" | "query" | "form";
  call(host: string, service: Service, operation: string, fields: Fields, key?: AccessKey): Promise<Body>;
  /** The error that the client throws, as its users tell errors apart. */
  describe(error: unknown): object;
}

export const clients: readonly AlibabaClient[] = [
  openApiClient("openapi-core 1.0.8, ACS3-HMAC-SHA256"),
  openApiClient("openapi-core 1.0.8, signature v2", "v2"),
  popClient("pop-core 1.8.0, POST", "POST"),
  popClient("pop-core 1.8.0, GET", "GET"),
];

/** What the generated SDKs of every service are made of: they add names and types alone. */
function openApiClient(name: string, signatureAlgorithm?: "v2"): AlibabaClient {
  return {
    name,
    signs: signatureAlgorithm ? "parameters" : "header",
    sends: "as documented",
    async call(host, { version, parameters }, operation, fields, key = developmentKey()) {
      const config = new OpenApi.$OpenApiUtil.Config({
        accessKeyId: key.id,
        accessKeySecret: key.secret,
        ...(key.securityToken && { securityToken: key.securityToken, type: "sts" }),
        ...(signatureAlgorithm && { signatureAlgorithm }),
        endpoint: host,
        protocol: "HTTP",
      });
      const params = new OpenApi.$OpenApiUtil.Params({
        action: operation,
        version,
        protocol: "HTTP",
        pathname: "/",
        method: "POST",
        authType: "AK",
        style: "RPC",
        reqBodyType: "formData",
        bodyType: "json",
      });
      const request = new OpenApi.$OpenApiUtil.OpenApiRequest(
        parameters === "form" ? { body: fields } : { query: fields },
      );
      const runtime = {} as Parameters<InstanceType<typeof OpenApi.default>["callApi"]>[2];
      const { body } = await new OpenApi.default(config).callApi(params, request, runtime);
      return body;
    },
    describe(error) {
      if (!(error instanceof OpenApi.AlibabaCloudError)) throw error;
      return { is: error.constructor.name, code: error.code, status: error.statusCode };
    },
  };
}

/** The client before that; all parameters travel together, in the query of a `GET`, in the form of a `POST`. */
function popClient(name: string, method: "GET" | "POST"): AlibabaClient {
  return {
    name,
    signs: "parameters",
    sends: method === "GET" ? "query" : "form",
    call(host, { version }, operation, fields, key = developmentKey()) {
      const client = new PopCore({
        endpoint: `http://${host}`,
        apiVersion: version,
        accessKeyId: key.id,
        accessKeySecret: key.secret,
        ...(key.securityToken && { securityToken: key.securityToken }),
      });
      return client.request(operation, fields, { method });
    },
    describe(error) {
      const { name: is, code, entry } = error as Error & { code?: string; entry?: Body };
      if (!code || !entry) throw error;
      return { is, code, status: entry.response.statusCode };
    },
  };
}

export function developmentKey(): AccessKey {
  const { accessKey } = DEVELOPMENT_CREDENTIALS;
  if (!accessKey) throw new Error("there is no access key for development");
  return accessKey;
}
