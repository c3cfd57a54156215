/** What a schema has to save, in letters, if it is to be told by another one. */
const WORTH = 100;

interface Named {
  readonly name: string;
  /** With their comments, as they are printed. */
  readonly members: readonly string[];
}

/**
 * The types of schemas, in which one that has all members of another, and more, says so: `schemas["Job"] & { … }`. The
 * members are the same, each with its own comment; it is how openapi-typescript prints `allOf`.
 *
 * @param source - a module with `interface schemas`, indented by a tab a level
 */
export function extendSchemas(source: string): string {
  const [before, start, schemas] = source.split(/^(export interface schemas \{\n)/m);
  return schemas === undefined ? source : `${before}${start}${extend(schemas)}`;
}

function extend(source: string): string {
  const all = [...source.matchAll(SCHEMA)].map(
    ([, name = "", body = ""]): Named => ({
      name,
      members: membersOf(body),
    }),
  );
  return source.replaceAll(SCHEMA, (text, name: string) => {
    const own = all.find((schema) => schema.name === name);
    const base = own && baseOf(own, all);
    if (!base) return text;
    const rest = own.members.filter((member) => !base.members.includes(member));
    return `\t${name}: ${reference(base)} & {\n${rest.join("")}\t};\n`;
  });
}

const SCHEMA = /^\t("[^"\n]+"|\w+): \{\n(.*?)^\t\};\n/gms;
const MEMBER = /(?:^\t\t\/\*\*(?:(?!\*\/).)*\*\/\n)?^\t\t[^\s/*}].*?\n(?=\t\t(?:\/\*\*|[^\s/*}])|$(?!.))/gms;

/** Its members, one after the other; none where it cannot be told how they part. */
function membersOf(body: string): readonly string[] {
  const members = body.match(MEMBER) ?? [];
  return members.join("") === body ? members : [];
}

/** The largest of those that it has all members of. */
function baseOf(own: Named, all: readonly Named[]): Named | undefined {
  const bases = all.filter(
    ({ members }) =>
      members.length < own.members.length && members.every((member) => own.members.includes(member)),
  );
  const saved = (base: Named) => base.members.join("").length - reference(base).length;
  const [best] = bases.toSorted((one, other) => saved(other) - saved(one));
  return best && saved(best) >= WORTH ? best : undefined;
}

function reference({ name }: Named): string {
  return `schemas[${name.startsWith('"') ? name : `"${name}"`}]`;
}
