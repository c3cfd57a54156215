import { expect, it } from "vitest";
import type { Operation } from "../describe/operation.ts";
import { pathsType } from "./paths-type.ts";

function operationOf(given: Partial<Operation>): Operation {
  return {
    id: "getJob",
    typeName: "GetJob",
    method: "GET",
    path: "/jobs/{id}",
    arguments: [],
    ...given,
  } as Operation;
}

function argumentsOf(places: Record<string, string>, required = false) {
  return Object.entries(places).map(([name, place]) => ({
    name,
    in: place,
    required,
  })) as unknown as Operation["arguments"];
}

it.each([
  { what: "none", given: [], want: "unknown" },
  {
    what: "all in one place",
    given: argumentsOf({ a: "query", b: "query" }),
    want: "{ query?: GetJobArguments }",
  },
  {
    what: "one that has to be given",
    given: argumentsOf({ id: "path" }, true),
    want: "{ path: GetJobArguments }",
  },
  {
    what: "few of many, by name",
    given: argumentsOf({ id: "path", a: "query", b: "query" }),
    want: '{ query?: Omit<GetJobArguments, "id">; path?: Pick<GetJobArguments, "id"> }',
  },
  {
    what: "beside a body",
    given: argumentsOf({ a: "header", body: "body" }),
    want: '{ header?: Pick<GetJobArguments, "a"> }',
  },
])("the parameters of a path: $what", ({ given, want }) => {
  expect(pathsType([operationOf({ arguments: given })])).toContain(
    `    get: PlainMethod<${want}, GetJobResult>;\n`,
  );
});

it("names each path once, with its methods, bodies and responses", () => {
  const body = {
    mediaType: "application/json",
    required: true,
    others: [{ mediaType: "text/plain", type: "string" }],
  };
  const put = operationOf({
    id: "putJob",
    typeName: "PutJob",
    method: "PUT",
    body: body as unknown as Operation["body"],
  });
  expect(pathsType([operationOf({}), put])).toBe(`/** The paths and methods, for plain openapi-fetch. */
export interface paths {
  "/jobs/{id}": {
    get: PlainMethod<unknown, GetJobResult>;
    put: PlainMethod<unknown, PutJobResult> & { requestBody: { content: { "application/json": PutJobBody; "text/plain": string } } };
  };
}
`);
});
