import type { Client, Failure, Malformed, Success, UndocumentedStatus } from "../src/index.ts";

/** What codegen would emit for `service`, as far as the tests need it. */
export interface paths {
  "/jobs/{jobId}": {
    get: {
      parameters: { path: { jobId: string }; query?: { verbose?: boolean } };
      responses: { 200: { content: { "application/json": { state: string } } } };
    };
  };
  "/jobs": {
    get: {
      parameters: { query?: { Filter?: { Name: string }[]; Tags?: Record<string, string> } };
      responses: { 200: { content: { "application/json": { state: string } } } };
    };
  };
  "/login": { post: { responses: { 200: { content: { "application/json": { token: string } } } } } };
  "/scripts": {
    post: {
      requestBody: { content: { "multipart/form-data": { file: Blob } } };
      responses: { 200: { content: { "application/json": { state: string } } } };
    };
  };
}

/** The same for `rpcService`. */
export interface rpcPaths {
  "/GetJob": {
    post: {
      parameters: { query?: { JobId?: string } };
      responses: { 200: { content: { "application/json": { State: string } } } };
    };
  };
}

type Method = (
  args?: Readonly<Record<string, unknown>>,
  call?: { signal?: AbortSignal; headers?: HeadersInit },
) => Promise<
  | Success<200 | UndocumentedStatus, unknown>
  | Failure<404, { code: "JobNotFound" }>
  | Failure<UndocumentedStatus, unknown>
  | Malformed
>;

export type Operations = Record<
  | "getJob"
  | "startJob"
  | "findJob"
  | "patchJob"
  | "logIn"
  | "filterJobs"
  | "tagJobs"
  | "uploadScript"
  | "replaceScript"
  | "ping",
  Method
>;

export type RpcOperations = Record<"GetJob" | "LogIn", Method>;

export type JobsClient = Client<Operations, paths>;
export type RpcClient = Client<RpcOperations, rpcPaths>;
