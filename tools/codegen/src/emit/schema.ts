/** The one seam with openapi-typescript: whatever else is to emit the schema's types takes its place here. */
import openapiTS, { astToString, type OpenAPITSOptions } from "openapi-typescript";
import ts from "typescript";
import { isBinary } from "../describe/binary.ts";
import { inlineSchemas } from "../describe/inline-schemas.ts";
import { header } from "../print/header.ts";
import { extendSchemas } from "../print/schema-bases.ts";
import { tidyComments } from "../print/schema-comments.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import type { Edition } from "./edition.ts";

/** src/schema.ts: the types of the document's schemas. */
export async function emitSchema({ service }: Edition): Promise<string> {
  const { spec } = service;
  const inline = inlineSchemas(spec);
  const named = spec.document.components?.schemas ?? {};
  const own = Object.fromEntries([...inline].map(([name, schema]) => [`${INLINE}${name}`, schema]));
  const nodes = await openapiTS(
    JSON.stringify({ ...BARE, components: { schemas: { ...named, ...own } } }),
    OPTIONS,
  ).catch((cause: Error) => {
    throw spec.error([], {
      what: `openapi-typescript cannot read it: ${cause.message}`,
      expected: "a valid OpenAPI 3.1 document, whose schemas refer to `#/components/schemas` alone",
      example: "pnpm spec-lint",
    });
  });
  const members = schemasOf(nodes);
  const isInline = (member: ts.TypeElement) => nameOf(member).startsWith(INLINE);
  const types = [
    ...(inline.size > 0 ? [typeOf("inline", members.filter(isInline).map(withoutPrefix))] : []),
    typeOf(
      "schemas",
      members.filter((member) => !isInline(member)),
    ),
  ];
  const schemas = extendSchemas(tidyComments(indentByTab(astToString(types))).replaceAll(LONG, "schemas"));
  return `${header(service)}\n${inline.size > 0 ? INLINE_COMMENT : ""}${schemas}${COMPONENTS}`;
}

// openapi-typescript is given schemas alone; those without a name of their own are told from the others by a prefix.
const BARE = { openapi: "3.1.1", info: { title: "", version: "" }, paths: {} };
const INLINE = "inline.";
// By its short name, a schema takes half the room, of which there are hundreds, and is sooner read where an editor shows it.
const LONG = 'components["schemas"]';
const COMPONENTS =
  "/** The same as openapi-typescript has it. */\nexport interface components {\n\tschemas: schemas;\n}\n";
const INLINE_COMMENT = "/** The schemas that stand where they are used, under names of ours. */\n";

const OPTIONS: OpenAPITSOptions = {
  silent: true,
  // `type: object` alone is an object of unknown members, not of none.
  emptyObjectsUnknown: true,
  // A default is what the vendor assumes, not what it sends.
  defaultNonNullable: false,
  transform: (schema) => (isBinary(schema as SchemaObject) ? BLOB : undefined),
  postTransform: keepListedValues,
};

const { factory, SyntaxKind } = ts;

const BLOB = factory.createTypeReferenceNode("Blob");

/**
 * An open list of values becomes `"A" | "B" | (string & {})`: any string is allowed, and the listed ones are
 * still known, which a union with plain `string` would forget.
 */
function keepListedValues(type: ts.TypeNode): ts.TypeNode | undefined {
  if (!ts.isUnionTypeNode(type) || !type.types.some(isListedValue) || !type.types.some(isOpen))
    return undefined;
  return factory.createUnionTypeNode(
    type.types.map((member) => (isOpen(member) ? withoutCollapse(member) : member)),
  );
}

/** openapi-typescript writes a string as an identifier, lest the printer escape what is not ASCII. */
function isListedValue(member: ts.TypeNode): boolean {
  return ts.isIdentifier(member) || (ts.isLiteralTypeNode(member) && ts.isNumericLiteral(member.literal));
}

function isOpen({ kind }: ts.TypeNode): boolean {
  return kind === SyntaxKind.StringKeyword || kind === SyntaxKind.NumberKeyword;
}

/** `(string & {})`: the same values as `string`, yet no type that a union would fold literals into. */
function withoutCollapse(keyword: ts.TypeNode): ts.TypeNode {
  const same = factory.createIntersectionTypeNode([keyword, factory.createTypeLiteralNode([])]);
  return factory.createParenthesizedType(same);
}

/** TypeScript's printer indents by four: in a file of this depth, a third of it would be spaces. */
function indentByTab(source: string): string {
  return source.replaceAll(/^(?: {4})+/gm, (spaces) => "\t".repeat(spaces.length / 4));
}

/** The members of `components["schemas"]`. */
function schemasOf(nodes: readonly ts.Node[]): readonly ts.TypeElement[] {
  const components = nodes.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === "components");
  const schemas = components?.members.find((member) => nameOf(member) === "schemas");
  const type = schemas && ts.isPropertySignature(schemas) ? schemas.type : undefined;
  return type && ts.isTypeLiteralNode(type) ? [...type.members] : [];
}

function nameOf({ name }: ts.TypeElement): string {
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : "";
}

function withoutPrefix(member: ts.TypeElement): ts.TypeElement {
  if (!ts.isPropertySignature(member)) return member;
  const name = factory.createStringLiteral(nameOf(member).slice(INLINE.length));
  // As an update it keeps its comment.
  return factory.updatePropertySignature(member, member.modifiers, name, member.questionToken, member.type);
}

function typeOf(name: string, members: readonly ts.TypeElement[]): ts.InterfaceDeclaration {
  const exported = [factory.createModifier(SyntaxKind.ExportKeyword)];
  return factory.createInterfaceDeclaration(exported, name, undefined, undefined, members);
}
