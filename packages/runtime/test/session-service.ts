import type { OperationDescription } from "../src/operation-description.ts";
import { atMember } from "../src/read/answer-place.ts";
import type { ServiceDescription } from "../src/service-description.ts";
import { json } from "../src/write/json.ts";
import { inMember, inQuery } from "../src/write/place.ts";

/** A service with every place that the token of a session comes from or goes to. */
export const sessionService: ServiceDescription = {
  servers: [{ url: "https://api.example.com" }],
  securitySchemes: {
    Session: { type: "apiKey", in: "header", name: "X-Session" },
    Bearer: { type: "http", scheme: "bearer" },
    Password: { type: "http", scheme: "basic" },
  },
  errorCodes: [atMember(["code"])],
};

function operation(given: Partial<OperationDescription> & { id: string }): OperationDescription {
  return {
    method: "POST",
    path: `/${given.id}`,
    parameters: {},
    accept: "application/json",
    responses: { 200: "json", 401: "json?" },
    security: [],
    ...given,
  };
}

const mediaType = "application/json";

export const logIn: OperationDescription = operation({
  id: "logIn",
  parameters: { user: inMember, password: inMember, domain: inMember },
  body: { mediaType, write: json },
});

/** Asks for HTTP Basic, and answers without a body. */
export const logInBasic: OperationDescription = operation({
  id: "logInBasic",
  parameters: { org: inQuery },
  responses: { 200: "json?" },
  security: [["Password"]],
});

/** Takes its arguments some levels deep. */
export const logInDeep: OperationDescription = operation({
  id: "logInDeep",
  parameters: { auth: inMember },
  body: { mediaType, write: json },
});

export const getToken: OperationDescription = operation({
  id: "getToken",
  parameters: { realm: inQuery, refresh: inMember },
  body: { mediaType, write: json },
});

/** Its answer leads to the operation that gives the token. */
export const getRefreshToken: OperationDescription = operation({
  id: "getRefreshToken",
  parameters: { user: inMember, password: inMember },
  body: { mediaType, write: json },
  links: [
    { status: "401", operationId: "getToken", requestBody: { refresh: "of another answer" } },
    {
      status: "200",
      operationId: "getToken",
      parameters: { realm: "$request.body#/user" },
      requestBody: { refresh: "$response.body#/refresh" },
    },
  ],
});

export const logOut: OperationDescription = operation({
  id: "logOut",
  responses: { 204: "none" },
  security: [["Session"]],
});

export const getJob: OperationDescription = operation({
  id: "getJob",
  method: "GET",
  safe: true,
  responses: { 200: "json", 401: "json" },
  security: [["Session"], ["Bearer"]],
});
