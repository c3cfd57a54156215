import { expect, test } from "vitest";
import { caseOf, document } from "../../test/acme-jobs.ts";
import type { CheckName } from "../checks/finding.ts";
import { createDocument } from "../document/create-document.ts";
import { replaceAt } from "../document/edit.ts";
import type { Json, JsonObject } from "../document/json.ts";
import { samePlaces } from "../document/same-places.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import { sameSubject } from "./same-subject.ts";

const OPERATION = document.operations.find(({ id }) => id === "getJob");
const HERE = OPERATION?.pointer ?? "";
const ITEM = HERE.replace(/\/[^/]*$/, "");
const ELSEWHERE = document.operations.find(({ id }) => id === "getHealth")?.pointer ?? "";

test.each<{ name: string; check?: CheckName; received?: number; at?: string; put?: Json; want: boolean }>([
  { name: "nothing", want: true },
  { name: "another operation", at: `${ELSEWHERE}/summary`, put: "else", want: true },
  { name: "a tag", at: "#/tags", put: [{ name: "else" }], want: true },
  { name: "a schema that nothing here refers to", at: "#/components/schemas/Else", put: {}, want: true },
  { name: "the operation", at: `${HERE}/summary`, put: "else", want: false },
  { name: "what it had not", at: `${HERE}/x-else`, put: true, want: false },
  {
    name: "what its path has not",
    at: `${ITEM}/servers`,
    put: [{ url: "https://else.invalid" }],
    want: false,
  },
  { name: "what holds for all", at: "#/x-else", put: true, want: false },
  {
    name: "how callers are let in",
    at: "#/components/securitySchemes/else",
    put: { type: "openIdConnect" },
    want: false,
  },
  { name: "a further response", at: `${HERE}/responses/418`, put: { description: "else" }, want: false },
  {
    name: "the response that came",
    received: 409,
    at: `${HERE}/responses/409`,
    put: { description: "else" },
    want: false,
  },
  {
    name: "the one that was asked for",
    received: 409,
    at: `${HERE}/responses/200/description`,
    put: "else",
    want: false,
  },
  { name: "another one", at: `${HERE}/responses/409`, put: { description: "else" }, want: true },
  {
    name: "another one, for a check that looks at all",
    check: "error-code",
    at: `${HERE}/responses/409`,
    put: { description: "else" },
    want: false,
  },
  { name: "the name of the operation", at: `${HERE}/operationId`, put: "else", want: false },
])("a reading that changes $name leaves all as it was: $want", ({ check, received = 200, at, put, want }) => {
  const root = at === undefined ? document.root : (replaceAt(document.root, at, put ?? null) as JsonObject);
  const other = createDocument(root, "other");
  const same = sameSubject(document, other, samePlaces(document.root, other.root));
  const response = { status: received, headers: new PlainHeaders(), body: new Uint8Array() };
  const request = {
    method: "GET",
    url: "",
    headers: new PlainHeaders(),
    body: "",
    bytes: response.body,
    sentAt: 0,
  };
  const input = { testCase: caseOf("getJob", "200 succeeded"), exchange: { request, response } };
  expect([same(check ?? "status-code", input), same(check ?? "status-code", input)]).toEqual([want, want]);
});
