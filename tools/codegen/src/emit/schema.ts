/** The one seam with openapi-typescript: whatever else is to emit the schema's types takes its place here. */
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { isBinary } from "../describe/binary.ts";
import { header } from "../print/header.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import type { Edition } from "./edition.ts";
import { schemaDocument } from "./schema-document.ts";

/** src/schema.ts: the types of everything in the document, under the document's own names. */
export async function emitSchema({ service }: Edition): Promise<string> {
  const { document, error } = service.spec;
  const nodes = await openapiTS(JSON.stringify(schemaDocument(document)), {
    silent: true,
    // `type: object` alone is an object of unknown members, not of none.
    emptyObjectsUnknown: true,
    // A default is what the vendor assumes, not what it sends.
    defaultNonNullable: false,
    transform: (schema) => (isBinary(schema as SchemaObject) ? BLOB : undefined),
    postTransform: keepListedValues,
  }).catch((cause: Error) => {
    throw error([], {
      what: `openapi-typescript cannot read it: ${cause.message}`,
      expected: "a valid OpenAPI 3.1 document; spec-lint says more",
      example: "pnpm spec-lint",
    });
  });
  return `${header(service)}\n${sayPlainly(alignComments(spareNever(spareCopies(indentByTab(astToString(nodes))))))}`;
}

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

/**
 * What is said of a parameter or an answer stands in client.ts, where a user meets it; in `paths` and `operations` it
 * would be shipped once more.
 */
function spareCopies(source: string): string {
  return source.replaceAll(/^export interface (?:paths|operations) \{$.*?^\}$/gms, (copy) =>
    copy.replaceAll(/^\t*\/\*\*.*?\*\/\n/gms, ""),
  );
}

/** A path says of each method that it has not that it is never there: so it is, if nothing is said. */
function spareNever(source: string): string {
  return source.replaceAll(/^export interface paths \{$.*?^\}$/gms, (paths) =>
    paths
      .replaceAll(/^\t\tparameters: \{\n(?:\t{3}\w+\?: never;\n)*\t\t\};\n/gm, "")
      .replaceAll(/^\t\t\w+\?: never;\n/gm, ""),
  );
}

/** All lines of a text but the first are indented by four: after an empty one, editors would show that as code. */
function alignComments(source: string): string {
  return source.replaceAll(/^(\t* \*) {5}/gm, "$1 ");
}

/** What a comment begins with is its description, without saying so. */
function sayPlainly(source: string): string {
  return source.replaceAll(/\/\*\*(?:\n\t* \*)? @description /g, (start) =>
    start.slice(0, -"@description ".length),
  );
}
