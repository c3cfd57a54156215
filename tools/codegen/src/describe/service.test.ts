import { describe, expect, it } from "vitest";
import { acmeJobs, temporaryRoot } from "../../test/temporary-root.ts";

/** The fixture's spec with one passage replaced. */
function withChange(from: string, to: string): string {
  if (!acmeJobs.includes(from)) throw new Error(`the fixture has no ${from}`);
  return acmeJobs.replace(from, to);
}

describe("a broken spec exits 2 with one error that teaches", () => {
  const rows = [
    {
      given: withChange("openapi: 3.1.1", "openapi: 3.0.3"),
      want: [':1 #/openapi: this is "3.0.3", not OpenAPI 3.1', "example:  openapi: 3.1.1"],
    },
    { given: "- a list", want: [":1 #/openapi: this is nothing, not OpenAPI 3.1"] },
    {
      given: withChange("title: Acme Jobs", "titel: Acme Jobs"),
      want: [":3 #/info: the service has no name"],
    },
    {
      given: "openapi: 3.1.1\ninfo: { title: A, version: v1 }\npaths: {}\n",
      want: [":3 #/paths: there is no path"],
    },
    {
      given: withChange("get:\n      operationId: getJob\n", "get:\n"),
      want: [
        "#/paths/~1jobs~1{jobId}/get: the operation has no operationId",
        "example:  operationId: getJob",
      ],
    },
    {
      given: withChange("operationId: renameJob", "operationId: GetJob"),
      want: ["#/paths/~1jobs~1{name}~1name/put/operationId: operationId GetJob is not unique"],
    },
    {
      given: withChange("operationId: renameJob", "operationId: rename-job"),
      want: ["operationId rename-job is no name that JavaScript allows"],
    },
    {
      given: withChange("operationId: renameJob", "operationId: delete"),
      want: ["operationId delete is no name that JavaScript allows"],
    },
    {
      given: withChange("operationId: renameJob", "operationId: GetJobPoll"),
      want: ["#/paths/~1jobs~1{jobId}/get/operationId: operationId getJob gives rise to the type GetJobPoll"],
    },
    {
      given: withChange("operationId: renameJob", "operationId: malformed"),
      want: ["operationId malformed gives rise to the type MalformedBody, which is another's name"],
    },
    {
      given: withChange("operationId: renameJob", "operationId: http"),
      want: ["operationId http is a name that every client uses itself"],
    },
    {
      given: withChange("operationId: renameJob", "operationId: orThrow"),
      want: ["operationId orThrow is a name that every client uses itself"],
    },
    {
      given: withChange("operationId: renameJob", "operationId: connect"),
      want: ["operationId connect is a name that every client uses itself"],
    },
    {
      given: withChange("- login: logIn", "- login: logon"),
      want: ["#/components/securitySchemes/AcmeKey/x-session/0/login: there is no operation logon"],
    },
    {
      given: withChange("then: redeemTicket", "then: redeem"),
      want: ["#/components/securitySchemes/AcmeKey/x-session/1/then: there is no operation redeem"],
    },
    {
      given: withChange("name: dryRun", "name: queue-id"),
      want: [
        "#/paths/~1queues~1{queue-id}~1jobs/post/parameters/0: the parameter queue-id collides with that of " +
          "#/components/parameters/QueueId",
      ],
    },
    {
      given: withChange("- name: name\n", "- name: body\n").replace("/Renaming", "/JobState"),
      want: ["the parameter body collides with the request body of #/components/schemas/JobState"],
    },
    {
      given: withChange("example: true", "example: true\n          explode: false"),
      want: [
        "the parameter dryRun has a style that the runtime does not write",
        "style form and explode true",
      ],
    },
    {
      given: withChange("application/x-www-form-urlencoded", "multipart/mixed"),
      want: ["/requestBody/content: the runtime cannot write a request body of type multipart/mixed"],
    },
    {
      given: withChange(
        "          content:\n            application/json:\n              schema: { type: object, additional",
        "          content:\n            application/xml:\n              schema: { type: object, additional",
      ),
      want: [
        "/parameters/0/content: the runtime cannot write application/xml in query",
        "or, in the query alone, JSON",
      ],
    },
    {
      given: withChange("in: header\n      name: X-Acme-Key", "in: query\n      name: key"),
      want: ["#/components/securitySchemes/AcmeKey: the security scheme AcmeKey is of a kind"],
    },
    {
      given: withChange("- Password: []\n      responses", "- Passwort: []\n      responses"),
      want: ["#/paths/~1tickets/post/security: there is no security scheme Passwort", "AcmeKey, Password"],
    },
    {
      given: withChange('"#/components/schemas/JobState"', '"#/components/schemas/JobStatus"'),
      want: ["#/components/schemas/Job/properties/state/$ref: #/components/schemas/JobStatus leads nowhere"],
    },
    {
      given: withChange('"#/components/schemas/JobState"', '"common.yaml#/JobState"'),
      want: ["common.yaml#/JobState leads nowhere", "expected: a reference to something in this file"],
    },
    {
      given: withChange("\nservers:", "\nx-servers:"),
      want: ["#/servers: there is no server"],
    },
    {
      given: withChange("notes: {}", "notes: { oneOf: 3 }"),
      want: ["openapi-typescript cannot read it", "pnpm spec-lint"],
    },
  ];

  it.each(rows)("$want.0", async ({ given, want }) => {
    const { codegen, files } = await temporaryRoot({ "acme-jobs": given });
    const { code, err } = await codegen();
    expect(code).toBe(2);
    expect(err).toMatch(/^specs\/acme-jobs\/openapi\.yaml:\d+ #.*\n {2}expected: .+\n {2}example: {2}.+/);
    for (const part of want) expect(err).toContain(part);
    expect(await files()).toEqual({});
  });
});
