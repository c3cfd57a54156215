import { listErrata, type Overlay } from "../spec/overlay.ts";

/** Where the service was seen to differ from what is documented: the types allow for it, the judge knows it by name. */
export function errataSection(overlay: Overlay | undefined, provider: string): string[] {
  const names = listErrata(overlay).map(({ name }) => `\`${name}\``);
  if (names.length === 0) return [];
  return [
    "## Where reality was seen to differ",
    `What else is said here is what the vendor documents. The types also allow for what was seen to differ, and a check \
reports it as an erratum, by name: ${names.join(", ")}. Where it was seen, and how sure that is, stands beside the document: \
\`specs/${provider}/observed.overlay.yaml\` of @settled/conformance.`,
  ];
}
