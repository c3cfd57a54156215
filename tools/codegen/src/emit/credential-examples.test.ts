import { expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeService } from "../describe/service.ts";
import { credentialExamples } from "./credential-examples.ts";

it("shows one credential of each kind, and of several keys all", () => {
  const App = { type: "apiKey", in: "header", name: "X-App" };
  const Key = { type: "apiKey", in: "header", name: "X-Key" };
  const Password = { type: "http", scheme: "basic" };
  const paths = {
    "/jobs": { get: { operationId: "listJobs", responses: { 204: { description: "Done" } } } },
  };
  const components = { securitySchemes: { App, Password, Key } };
  const spec = specOf({ servers: [{ url: "https://api.example" }], components, paths } as never);
  expect(credentialExamples(describeService("acme", spec))).toEqual([
    { imports: ["apiKey"], code: 'const auth = [apiKey("token", "App"), apiKey("token", "Key")];\n' },
    { imports: ["basic"], code: 'const auth = basic("user", "password");\n' },
  ]);
});
