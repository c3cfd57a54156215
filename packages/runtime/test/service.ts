import type { ServiceDescription } from "../src/index.ts";

/** One small service that has every place an argument can go to, and every form that it can take there. */
export const service: ServiceDescription = {
  servers: [
    {
      url: "https://{region}.api.example.com/v1",
      variables: { region: { default: "north", enum: ["north", "south"] } },
    },
    { url: "https://api.example.org" },
  ],
  securitySchemes: {
    Key: { type: "apiKey", in: "header", name: "X-Key" },
    Password: { type: "http", scheme: "basic" },
  },
  operations: {
    getJob: {
      method: "GET",
      path: "/jobs/{jobId}",
      parameters: { jobId: "path", verbose: "query", tag: "query", "X-Trace": "header", theme: "cookie" },
      accept: "application/vnd.jobs+json;charset=UTF-8",
      security: [["Key"], ["Password"]],
    },
    startJob: {
      method: "POST",
      path: "/jobs",
      parameters: { dryRun: "query" },
      body: { mediaType: "application/json", required: true, members: ["name", "async-execution"] },
      accept: "application/json",
      security: [["Password"]],
    },
    findJob: {
      method: "POST",
      path: "/jobs/find",
      parameters: {},
      body: { mediaType: "application/x-www-form-urlencoded", members: ["JobId", "Labels"] },
      accept: "application/json",
      security: [["Key"]],
    },
    patchJob: {
      method: "PATCH",
      path: "/jobs/{jobId}",
      parameters: { jobId: "path" },
      body: { mediaType: "application/merge-patch+json", required: true },
      accept: "*/*",
      security: [["Key"]],
    },
    logIn: {
      method: "POST",
      path: "/login",
      servers: [
        {
          url: "https://login.{region}.example.com/sso/{realm}/",
          variables: {
            region: { default: "north", enum: ["north", "south"] },
            realm: { default: "main" },
          },
        },
      ],
      parameters: {},
      accept: "application/json",
      security: [],
    },
    filterJobs: {
      method: "GET",
      path: "/jobs",
      parameters: { Filter: "query", Tags: "query", Names: "query" },
      serialize: { Filter: "flat", Tags: "json" },
      accept: "application/json",
      security: [],
    },
    tagJobs: {
      method: "POST",
      path: "/jobs/tags",
      parameters: {},
      body: { mediaType: "application/x-www-form-urlencoded", members: ["Tags", "Steps", "Names"] },
      serialize: { Tags: "json", Steps: "flat" },
      accept: "application/json",
      security: [],
    },
    uploadScript: {
      method: "POST",
      path: "/scripts",
      parameters: {},
      body: {
        mediaType: "multipart/form-data",
        required: true,
        members: ["file", "name", "labels", "options"],
      },
      accept: "application/json",
      security: [],
    },
    replaceScript: {
      method: "PUT",
      path: "/scripts/{name}",
      parameters: { name: "path" },
      body: { mediaType: "application/octet-stream", required: true },
      accept: "application/octet-stream",
      security: [],
    },
    ping: { method: "GET", path: "/ping", parameters: {}, accept: "*/*", security: [] },
  },
};

/** A service of one path, whose operations are told apart by a header. */
export const rpcService: ServiceDescription = {
  servers: [{ url: "https://rpc.example.com/api" }],
  securitySchemes: { Key: { type: "apiKey", in: "header", name: "X-Key" } },
  rpc: { path: "/", headers: { operation: "x-action", version: "x-version" }, version: "2026-11-22" },
  operations: {
    GetJob: {
      method: "POST",
      path: "/GetJob",
      parameters: { JobId: "query" },
      body: { mediaType: "application/x-www-form-urlencoded", members: ["Label"] },
      accept: "application/json",
      security: [["Key"]],
    },
    LogIn: {
      method: "POST",
      path: "/LogIn",
      servers: [{ url: "https://login.example.com/v2" }],
      parameters: {},
      accept: "application/json",
      security: [],
    },
  },
};
