import {
  asJson,
  flat,
  form,
  type ListedValues,
  multipart,
  type OperationDescription,
  ownServer,
  rpc,
  type ServerDescription,
  type ServiceDescription,
  serialization,
  serverTemplate,
} from "../src/index.ts";
import { json } from "../src/write/json.ts";
import { inBody, inCookie, inHeader, inMember, inPath, inQuery } from "../src/write/place.ts";
import type { Operations, RpcOperations } from "./paths.ts";

/** Where the one operation with a server of its own is. */
const loginServer: ServerDescription = serverTemplate({
  url: "https://login.{region}.example.com/sso/{realm}/",
  variables: {
    region: "north",
    realm: "main",
  },
});

/** The values that are documented as the only ones. */
export const listed: ListedValues = {
  variables: {
    "https://{region}.api.example.com/v1": { region: ["north", "south"] },
    [loginServer.url]: { region: ["north", "south"] },
  },
};

/** One small service that has every place an argument can go to, and every form that it can take there. */
export const service: ServiceDescription = {
  servers: [
    serverTemplate({
      url: "https://{region}.api.example.com/v1",
      variables: { region: "north" },
    }),
    { url: "https://api.example.org" },
  ],
  securitySchemes: {
    Key: { type: "apiKey", in: "header", name: "X-Key" },
    Password: { type: "http", scheme: "basic" },
  },
};

export const operations: Readonly<Record<keyof Operations, OperationDescription>> = {
  getJob: {
    id: "getJob",
    method: "GET",
    safe: true,
    path: "/jobs/{jobId}",
    parameters: { jobId: inPath, verbose: inQuery, tag: inQuery, "X-Trace": inHeader, theme: inCookie },
    accept: "application/vnd.jobs+json;charset=UTF-8",
    responses: { 200: "any" },
    security: [["Key"], ["Password"]],
  },
  startJob: {
    id: "startJob",
    method: "POST",
    path: "/jobs",
    parameters: { dryRun: inQuery, name: inMember, "async-execution": inMember },
    body: {
      mediaType: "application/json",
      write: json,
      required: true,
    },
    accept: "application/json",
    responses: { 200: "any" },
    security: [["Password"]],
  },
  findJob: {
    id: "findJob",
    method: "POST",
    path: "/jobs/find",
    parameters: { JobId: inMember, Labels: inMember },
    body: { mediaType: "application/x-www-form-urlencoded", write: form },
    accept: "application/json",
    responses: { 200: "any" },
    security: [["Key"]],
  },
  patchJob: {
    id: "patchJob",
    method: "PATCH",
    path: "/jobs/{jobId}",
    parameters: { jobId: inPath, body: inBody },
    body: { mediaType: "application/merge-patch+json", write: json, required: true },
    accept: "*/*",
    responses: { 200: "any" },
    security: [["Key"]],
  },
  logIn: {
    id: "logIn",
    method: "POST",
    path: "/login",
    ownServer: ownServer(loginServer),
    parameters: {},
    accept: "application/json",
    responses: { 200: "any" },
    security: [],
  },
  filterJobs: {
    id: "filterJobs",
    method: "GET",
    safe: true,
    path: "/jobs",
    parameters: { Filter: inQuery, Tags: inQuery, Names: inQuery },
    serialize: serialization({ Filter: flat, Tags: asJson }),
    accept: "application/json",
    responses: { 200: "any" },
    security: [],
  },
  tagJobs: {
    id: "tagJobs",
    method: "POST",
    path: "/jobs/tags",
    parameters: { Tags: inMember, Steps: inMember, Names: inMember },
    body: {
      mediaType: "application/x-www-form-urlencoded",
      write: form,
    },
    serialize: serialization({ Tags: asJson, Steps: flat }),
    accept: "application/json",
    responses: { 200: "any" },
    security: [],
  },
  uploadScript: {
    id: "uploadScript",
    method: "POST",
    path: "/scripts",
    parameters: { file: inMember, name: inMember, labels: inMember, options: inMember },
    body: {
      mediaType: "multipart/form-data",
      write: multipart,
      required: true,
    },
    accept: "application/json",
    responses: { 200: "any" },
    security: [],
  },
  replaceScript: {
    id: "replaceScript",
    method: "PUT",
    path: "/scripts/{name}",
    parameters: { name: inPath, body: inBody },
    body: { mediaType: "application/octet-stream", write: json, required: true },
    accept: "application/octet-stream",
    responses: { 200: "any" },
    security: [],
  },
  ping: {
    id: "ping",
    method: "GET",
    safe: true,
    path: "/ping",
    parameters: {},
    accept: "*/*",
    responses: { 200: "any" },
    security: [],
  },
};

/** A service of one path, whose operations are told apart by a header. */
export const rpcService: ServiceDescription = {
  servers: [{ url: "https://rpc.example.com/api" }],
  securitySchemes: { Key: { type: "apiKey", in: "header", name: "X-Key" } },
  rpc: rpc({
    path: "/",
    headers: { operation: "x-action", version: "x-version" },
    version: "2026-11-22",
  }),
};

export const rpcOperations: Readonly<Record<keyof RpcOperations, OperationDescription>> = {
  GetJob: {
    id: "GetJob",
    method: "POST",
    path: "/GetJob",
    parameters: { JobId: inQuery, Label: inMember },
    body: { mediaType: "application/x-www-form-urlencoded", write: form },
    accept: "application/json",
    responses: { 200: "any" },
    security: [["Key"]],
  },
  LogIn: {
    id: "LogIn",
    method: "POST",
    path: "/LogIn",
    ownServer: ownServer({ url: "https://login.example.com/v2" }),
    parameters: {},
    accept: "application/json",
    responses: { 200: "any" },
    security: [],
  },
};
