import type { Finding, Rule } from "../finding.ts";
import { inBackticks, isObject, type JsonObject } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { objectsNamed } from "../openapi/walk-objects.ts";

export const defaultSerialization: Rule = {
  name: "default-serialization",
  why: "A client writes each value in one way, the default of OpenAPI; of another it would send something else than is documented.",
  check: ({ root }) => [
    ...objectsNamed(root, "Parameter Object").flatMap(checkParameter),
    ...objectsNamed(root, "Request Body Object").flatMap(checkBody),
    ...objectsNamed(root, "Encoding Object").flatMap(checkEncoding),
  ],
};

interface Site {
  readonly path: Path;
  readonly node: JsonObject;
}

// OAS 3.1.1 §4.8.12.2.2: what holds where nothing is said.
const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  path: { style: "simple", explode: false },
  query: { style: "form", explode: true, allowReserved: false },
  header: { style: "simple", explode: false },
  cookie: { style: "form", explode: true },
};

// OAS 3.1.1 §4.8.12.2.1: a header parameter of one of these names "SHALL be ignored".
const ignoredHeaders = /^(accept|content-type|authorization)$/i;

function checkParameter({ path, node }: Site): Finding[] {
  const place = String(node.in);
  if (place === "header" && ignoredHeaders.test(String(node.name))) return [];
  if (isObject(node.content)) return checkContent({ path, node: node.content }, place);
  return Object.entries(defaults[place] ?? {})
    .filter(([key, usual]) => key in node && node[key] !== usual)
    .map(([key, usual]) => ({
      at: [...path, key],
      found: `${key}: ${inBackticks(node[key])} in ${place}`,
      expected: `${key} ${usual}, which is the default there and need not be said`,
      example: `- { name: ${node.name}, in: ${place}, schema: { type: string } }   # a list in one text, such as A,B, is a text`,
    }));
}

// OAS 3.1.1 §4.8.12.2: exactly one media type, of which a client writes JSON in the query.
function checkContent({ path, node }: Site, place: string): Finding[] {
  return Object.keys(node)
    .filter((mediaType) => place !== "query" || !isJson(mediaType))
    .map((mediaType) => ({
      at: [...path, "content", mediaType],
      found: `${inBackticks(mediaType)} in ${place}`,
      expected: "a schema; or, in the query alone, JSON",
      example: "in: query\ncontent:\n  application/json:\n    schema: { type: object }",
    }));
}

/** What is sent is the first media type that the document names. */
function checkBody({ path, node }: Site): Finding[] {
  const [mediaType] = isObject(node.content) ? Object.keys(node.content) : [];
  if (mediaType === undefined || !/^(\*|multipart\/(?!form-data))/i.test(mediaType)) return [];
  return [
    {
      at: [...path, "content", mediaType],
      found: `${inBackticks(mediaType)} as the first media type of a request body`,
      expected: "JSON, a form, with files or without, or a media type whose bodies go as they are",
      example: "content:\n  application/json:\n    schema: { type: object }",
    },
  ];
}

// OAS 3.1.1 §4.8.15.1.2: once one of these is there, `contentType` is not looked at.
function checkEncoding({ path, node }: Site): Finding[] {
  return ["style", "explode", "allowReserved"]
    .filter((key) => key in node)
    .map((key) => ({
      at: [...path, key],
      found: `${key}: ${inBackticks(node[key])} in a form`,
      expected: "contentType alone: a list repeats its name, an object is sent as JSON",
      example: "encoding: { filter: { contentType: application/json } }",
    }));
}

/** `application/json` or any `+json` (RFC 6839 §3.1), whatever its parameters. */
function isJson(mediaType: string): boolean {
  return /^application\/([^;]+\+)?json\s*(;|$)/i.test(mediaType);
}
