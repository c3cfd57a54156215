import { toPointer } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { isFile } from "./binary.ts";
import { exampleOf, isSampled } from "./example.ts";
import { Expression, fileExpression } from "./expression.ts";
import { isPlain } from "./is-plain.ts";
import { misfitOf } from "./misfit.ts";
import { toTypeName } from "./names.ts";
import type { Parameter } from "./parameters.ts";
import { plainType } from "./plain-type.ts";
import type { Body } from "./request-body.ts";
import { schemaType } from "./schema-type.ts";

/** One member of the object that a method takes. */
export interface Argument {
  /** As on the wire. */
  readonly name: string;
  /** `member` is one of a flat body, `body` a whole one. */
  readonly in: "path" | "query" | "header" | "cookie" | "member" | "body";
  /** Its name under `components`, if it has one. */
  readonly component?: string | undefined;
  readonly required: boolean;
  readonly description: string | undefined;
  /** The TypeScript type, as src/client.ts can name it. */
  readonly type: string;
  /** Whether it travels as one text: it is neither a list nor an object. */
  readonly plain: boolean;
  /** A documented value, or one of the right type. */
  readonly example: unknown;
  /** Whether its example is documented. */
  readonly sampled: boolean;
  /** A value that it cannot have, if any. */
  readonly misfit: unknown;
}

interface Found {
  id: string;
  parameters: readonly Parameter[];
  body: Body | undefined;
}

/** The arguments of an operation: its parameters, then its body. */
export function describeArguments(spec: Spec, { id, parameters, body }: Found): Argument[] {
  const own = parameters.map(({ object, place, media, mediaPlace }): Argument => {
    const required = object.in === "path" || (object.required ?? false);
    return {
      name: object.name,
      in: object.in,
      component: place[1] === "parameters" && place.length === 3 ? place[2] : undefined,
      required,
      description: object.description?.trim(),
      type: plainType(media.schema) ?? schemaType(spec, media.schema, object.name),
      plain: isPlain(spec, media.schema ?? {}, [...mediaPlace, "schema"]),
      example: exampleOf(spec, { ...media, schema: media.schema ?? {} }, [...mediaPlace, "schema"]),
      sampled: isSampled(spec, media, [...mediaPlace, "schema"]),
      misfit: misfitOf(spec, media.schema ?? {}, [...mediaPlace, "schema"]),
    };
  });
  if (!body) return own;
  return [...own, ...(body.flat ? bodyMembers(spec, id, body) : [wholeBody(spec, id, body, parameters)])];
}

function bodyMembers(spec: Spec, id: string, body: Body): Argument[] {
  const sample: Record<string, unknown> = Object(
    exampleOf(spec, { ...body.media, schema: body.schema }, body.place),
  );
  const isMultipart = /^multipart\//i.test(body.mediaType);
  return Object.entries(body.schema.properties ?? {}).map(([name, declared]) => {
    const place = [...body.place, "properties", name];
    const schema = { ...resolve<SchemaObject>(spec, declared, place).value, ...declared };
    const required = body.required && (body.schema.required ?? []).includes(name);
    const example = sample[name] ?? exampleOf(spec, { schema: declared }, place);
    const isInFile = isMultipart && isFile(schema);
    const isText = typeof example === "string" || example === undefined;
    return {
      name,
      in: "member",
      required,
      description: schema.description?.trim(),
      type: (!isInFile && plainType(declared)) || `${toTypeName(id)}Body[${JSON.stringify(name)}]`,
      plain: isPlain(spec, declared, place),
      example: isInFile && isText ? fileExpression(example) : example,
      sampled: sample[name] !== undefined || isSampled(spec, { schema: declared }, place),
      misfit: misfitOf(spec, declared, place),
    };
  });
}

function wholeBody(spec: Spec, id: string, body: Body, parameters: readonly Parameter[]): Argument {
  const homonym = parameters.find(({ object }) => object.name === "body");
  if (homonym) {
    throw spec.error(homonym.place, {
      what: `the parameter body collides with the request body of ${toPointer(body.place)}`,
      expected: "no parameter of that name, or a request body whose members can lie flat",
      example: "schema:\n  type: object\n  properties: { name: { type: string } }",
    });
  }
  return {
    name: "body",
    in: "body",
    required: body.required,
    description: body.schema.description?.trim(),
    type: `${toTypeName(id)}Body`,
    plain: false,
    example: wholeExample(spec, body),
    sampled: true,
    misfit: ["Blob", "string"].includes(body.type) ? 0 : misfitOf(spec, body.schema, body.place),
  };
}

function wholeExample(spec: Spec, body: Body): unknown {
  const example = exampleOf(spec, { ...body.media, schema: body.schema }, body.place);
  if (body.type === "Blob") return example instanceof Expression ? example : fileExpression(example);
  return body.type === "string" && typeof example !== "string" ? "string" : example;
}
