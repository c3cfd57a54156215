import type { Fact, OperationFacts } from "./facts.ts";
import { type Bag, isBag, listOf, resolve } from "./json.ts";

const METHODS = ["get", "put", "post", "delete", "patch", "head", "options"];
const BOUNDS = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "default"];

/** Reads the facts of an OpenAPI document, 3.0 or 3.1, one entry per operation. */
export function readOpenApi(root: Bag): OperationFacts[] {
  return Object.entries(isBag(root.paths) ? root.paths : {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = isBag(item) ? item[method] : undefined;
      if (!isBag(operation)) return [];
      const shared = isBag(item) ? listOf(item.parameters) : [];
      const id = typeof operation.operationId === "string" ? operation.operationId : `${method} ${path}`;
      return [{ id, facts: new Map(readOperation(root, operation, shared)), isWhole: true }];
    }),
  );
}

function* readOperation(root: Bag, operation: Bag, shared: readonly unknown[]): Generator<[string, Fact]> {
  for (const entry of [...shared, ...listOf(operation.parameters)]) {
    const parameter = resolve(root, entry);
    const content = isBag(parameter.content) ? Object.values(parameter.content)[0] : undefined;
    const schema = resolve(root, isBag(content) ? content.schema : parameter.schema);
    const text = isBag(content) ? { isText: true as const } : {};
    const fact = { ...describe(schema), ...text, required: parameter.required === true };
    yield [`${parameter.in} ${parameter.name}`, fact];
  }
  yield* readBody(root, "body", resolve(root, operation.requestBody));
  for (const [status, response] of Object.entries(isBag(operation.responses) ? operation.responses : {})) {
    yield [status, { required: true, type: "response" }];
    yield* readBody(root, status, resolve(root, response));
  }
}

function* readBody(root: Bag, place: string, holder: Bag): Generator<[string, Fact]> {
  const [media] = Object.values(isBag(holder.content) ? holder.content : {});
  if (isBag(media)) yield* readMembers(root, `${place} `, media.schema, []);
}

/** The members of a schema at all depths; a schema within itself is not entered again. */
function* readMembers(
  root: Bag,
  at: string,
  schema: unknown,
  within: readonly unknown[],
): Generator<[string, Fact]> {
  const resolved = resolve(root, schema);
  if (within.includes(resolved)) return;
  const inside = [...within, resolved];
  for (const part of [...listOf(resolved.allOf), ...listOf(resolved.oneOf)])
    yield* readMembers(root, at, part, inside);
  if (resolved.items !== undefined) yield* readMembers(root, `${at}[].`, resolved.items, inside);
  for (const [name, property] of Object.entries(isBag(resolved.properties) ? resolved.properties : {})) {
    const member = resolve(root, property);
    const place = `${at}${name}`;
    yield [place, { ...describe(member), required: listOf(resolved.required).includes(name) }];
    yield* readMembers(root, member.type === "array" ? place : `${place}.`, property, inside);
  }
}

function describe(schema: Bag): Omit<Fact, "required"> {
  const choices = [...listOf(schema.anyOf), ...listOf(schema.oneOf)].filter(isBag);
  const consts = choices.flatMap((choice) => (choice.const === undefined ? [] : [choice.const]));
  const values = [...listOf(schema.enum), ...consts].map(String).sort();
  const items = isBag(schema.items) ? schema.items : {};
  const bounds = BOUNDS.flatMap((name) => [
    ...(schema[name] === undefined ? [] : [`${name}=${schema[name]}`]),
    ...(items[name] === undefined ? [] : [`items.${name}=${items[name]}`]),
  ]);
  const open = choices.find((choice) => typeof choice.type === "string");
  const type =
    schema.type ?? open?.type ?? (schema.properties || schema.allOf ? "object" : typeOfValues(schema));
  return {
    type: String(type),
    ...(values.length > 0 && { values }),
    ...(bounds.length > 0 && { bounds: bounds.sort() }),
  };
}

function typeOfValues({ enum: values }: Bag): string {
  return typeof listOf(values)[0] === "string" ? "string" : "any";
}
