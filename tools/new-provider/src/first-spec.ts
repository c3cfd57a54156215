/** What a name is put in the place of, as it stands in the spec that the guide shows. */
const TITLE = "Acme Jobs";
const HOST = "acme.example";

/**
 * The spec that a new provider begins with: the whole one that the guide shows, comments and all, in its own name.
 *
 * @param guide - the text of specs/README.md
 * @param name - of the provider, such as `globex-runs`
 * @param today - the day that it is read, as `2026-11-22`
 */
export function firstSpec(guide: string, name: string, today: string): string {
  const section = guide.slice(guide.indexOf("## A whole spec"));
  const [, spec] = /^```yaml\n(.*?)^```$/ms.exec(section) ?? [];
  if (spec === undefined) throw new Error("specs/README.md shows no whole spec any more");
  return spec
    .replaceAll(TITLE, titleOf(name))
    .replaceAll(HOST, `${name}.example`)
    .replaceAll(/read \d{4}-\d{2}-\d{2}/g, `read ${today}`);
}

function titleOf(name: string): string {
  return name
    .split("-")
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(" ");
}
