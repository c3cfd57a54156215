import { expect, test } from "vitest";
import { document, documentOf } from "../../test/acme-jobs.ts";
import { secretsOfDocument } from "./secrets-of-document.ts";

test.each([
  {
    name: "keys and temporary access keys",
    given: document,
    want: { names: ["x-acme-token", "x-acme-security-token", "x-acme-key-id"], tokens: [] },
  },
  {
    name: "tokens of logins",
    given: documentOf(
      {},
      {
        securitySchemes: {
          Session: {
            type: "apiKey",
            in: "header",
            name: "X-Acme-Ticket",
            "x-session": [
              { login: "logIn", token: "$response.header.X-Acme-Pass" },
              // biome-ignore lint/suspicious/noThenProperty: so the vocabulary has it
              { login: "logIn", then: "getToken", token: "$response.body#/ticket/id" },
            ],
          },
        },
      },
    ),
    want: {
      names: ["x-acme-ticket", "x-acme-pass"],
      tokens: [
        { operation: "logIn", in: "header", name: "X-Acme-Pass" },
        { operation: "getToken", in: "body", pointer: "#/ticket/id" },
      ],
    },
  },
  {
    name: "members and parameters that hold passwords and secret values",
    given: documentOf(
      { parameters: [{ name: "Door", in: "query", schema: { type: "string", format: "password" } }] },
      {
        schemas: {
          Body: { properties: { phrase: { type: "string", format: "password" }, name: { type: "string" } } },
          Wrapper: {
            properties: { hidden: { "x-value-kind": { kind: "secret", type: "Hidden", at: "value" } } },
          },
        },
      },
    ),
    want: { names: ["phrase", "hidden", "door"], tokens: [] },
  },
])("$name", ({ given, want }) => {
  const { names, tokens } = secretsOfDocument(given);
  expect({ names: [...names], tokens }).toEqual(want);
});
