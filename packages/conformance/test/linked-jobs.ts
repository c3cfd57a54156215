import { createDocument } from "../src/document/create-document.ts";
import type { Document } from "../src/document/document.ts";
import type { JsonObject } from "../src/document/json.ts";
import { below, valueAt } from "../src/document/pointer.ts";
import { document } from "./acme-jobs.ts";

/** The same document, but that it says which operation tells how a started job goes. */
export const linkedJobs: Document = linked();

interface Call {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

const authorization = `Basic ${Buffer.from("developer:not-a-password").toString("base64")}`;

/** A request that starts a job. */
export const START: Call = {
  method: "POST",
  headers: { authorization, "content-type": "application/json" },
  body: '{"name":"nightly"}',
};

/** One that reads something, and is let in. */
export const LET_IN: Call = { method: "GET", headers: { authorization } };

function linked(): Document {
  const root = structuredClone(document.root);
  const accepted = valueAt(root, below("#", "paths", "/jobs", "post", "responses", "202")) as JsonObject;
  accepted.links = { job: { operationId: "getJob", parameters: { jobId: "$response.body#/job-id" } } };
  return createDocument(root, "acme-jobs");
}
