import { listErrata, type Overlay } from "../spec/overlay.ts";

/** Where the service was seen to differ from what is documented: the types allow for it, the judge knows it by name. */
export function errataSection(overlay: Overlay | undefined, provider: string): string[] {
  const errata = listErrata(overlay);
  if (errata.length === 0) return [];
  const rows = errata.map(({ name, evidence }) => `- \`${name}\`: ${firstSentence(evidence)}`);
  return [
    "## Where reality was seen to differ",
    `All else here is what the vendor documents. Types and waits allow for this, too; \`settled check\` \
reports it as an erratum, by name. Where it was seen, and how sure that is: \`specs/${provider}/observed.overlay.yaml\` of \
@settled/conformance.`,
    rows.join("\n"),
  ];
}

function firstSentence(text: string): string {
  const line = text.replace(/\s*\n\s*/g, " ");
  return /^.*?\.(?= [A-Z\d])/.exec(line)?.[0] ?? line;
}
