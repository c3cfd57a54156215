/** What a field holds: one object, a `[list]` of them, or a `{map}` whose every key is a name. */
type Field = ObjectName | `[${ObjectName}]` | `{${ObjectName}}`;

/**
 * The objects of OAS 3.1.1 §4.8, by their names in the standard, with the fields that hold other objects.
 * `*` stands for the patterned fields (§4.8.8 Paths, §4.8.16 Responses, §4.8.18 Callback): every key that is
 * not an `x-` one. In a `{map}` an `x-` key is a name like any other (a property may be called `x-id`).
 */
const objects = {
  "OpenAPI Object": {
    info: "Info Object",
    servers: "[Server Object]",
    paths: "Paths Object",
    webhooks: "{Path Item Object}",
    components: "Components Object",
    tags: "[Tag Object]",
    externalDocs: "External Documentation Object",
  },
  "Info Object": { contact: "Contact Object", license: "License Object" },
  "Contact Object": {},
  "License Object": {},
  "Server Object": { variables: "{Server Variable Object}" },
  "Server Variable Object": {},
  "Components Object": {
    schemas: "{Schema Object}",
    responses: "{Response Object}",
    parameters: "{Parameter Object}",
    examples: "{Example Object}",
    requestBodies: "{Request Body Object}",
    headers: "{Header Object}",
    securitySchemes: "{Security Scheme Object}",
    links: "{Link Object}",
    callbacks: "{Callback Object}",
    pathItems: "{Path Item Object}",
  },
  "Paths Object": { "*": "Path Item Object" },
  "Path Item Object": {
    get: "Operation Object",
    put: "Operation Object",
    post: "Operation Object",
    delete: "Operation Object",
    options: "Operation Object",
    head: "Operation Object",
    patch: "Operation Object",
    trace: "Operation Object",
    servers: "[Server Object]",
    parameters: "[Parameter Object]",
  },
  "Operation Object": {
    externalDocs: "External Documentation Object",
    parameters: "[Parameter Object]",
    requestBody: "Request Body Object",
    responses: "Responses Object",
    callbacks: "{Callback Object}",
    servers: "[Server Object]",
  },
  "External Documentation Object": {},
  "Parameter Object": {
    schema: "Schema Object",
    examples: "{Example Object}",
    content: "{Media Type Object}",
  },
  "Request Body Object": { content: "{Media Type Object}" },
  "Media Type Object": {
    schema: "Schema Object",
    examples: "{Example Object}",
    encoding: "{Encoding Object}",
  },
  "Encoding Object": { headers: "{Header Object}" },
  "Responses Object": { "*": "Response Object" },
  "Response Object": { headers: "{Header Object}", content: "{Media Type Object}", links: "{Link Object}" },
  "Callback Object": { "*": "Path Item Object" },
  "Example Object": {},
  "Link Object": { server: "Server Object" },
  "Header Object": { schema: "Schema Object", examples: "{Example Object}", content: "{Media Type Object}" },
  "Tag Object": { externalDocs: "External Documentation Object" },
  "Reference Object": {},
  // The applicators of JSON Schema 2020-12 (core §10, §8.2.4) and the OAS base vocabulary (§4.8.24.2).
  "Schema Object": {
    $defs: "{Schema Object}",
    allOf: "[Schema Object]",
    anyOf: "[Schema Object]",
    oneOf: "[Schema Object]",
    not: "Schema Object",
    if: "Schema Object",
    // biome-ignore lint/suspicious/noThenProperty: the name of a JSON Schema keyword.
    then: "Schema Object",
    else: "Schema Object",
    dependentSchemas: "{Schema Object}",
    prefixItems: "[Schema Object]",
    items: "Schema Object",
    contains: "Schema Object",
    properties: "{Schema Object}",
    patternProperties: "{Schema Object}",
    additionalProperties: "Schema Object",
    propertyNames: "Schema Object",
    unevaluatedItems: "Schema Object",
    unevaluatedProperties: "Schema Object",
    contentSchema: "Schema Object",
    discriminator: "Discriminator Object",
    xml: "XML Object",
    externalDocs: "External Documentation Object",
  },
  "Discriminator Object": {},
  "XML Object": {},
  "Security Scheme Object": { flows: "OAuth Flows Object" },
  "OAuth Flows Object": {
    implicit: "OAuth Flow Object",
    password: "OAuth Flow Object",
    clientCredentials: "OAuth Flow Object",
    authorizationCode: "OAuth Flow Object",
  },
  "OAuth Flow Object": {},
} as const;

export type ObjectName = keyof typeof objects;

export const oasObjects: Readonly<Record<ObjectName, Readonly<Record<string, Field>>>> = objects;
