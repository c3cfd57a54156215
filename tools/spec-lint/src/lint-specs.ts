import { relative } from "node:path";
import { BadInput } from "./bad-input.ts";
import { loadDocument, type OpenApiDocument } from "./document.ts";
import { byPosition, type LocatedFinding, locate } from "./finding.ts";
import { rules } from "./rules/index.ts";
import { chooseProviders, specFile } from "./spec-registry.ts";
import { checkStructure } from "./structure/check-structure.ts";
import { loadVocabulary } from "./vocabulary.ts";

export interface LintReport {
  readonly specs: number;
  readonly findings: readonly LocatedFinding[];
  /** The files whose structure has to be mended before our own rules can read them. */
  readonly halted: readonly string[];
  /** The files that are no OpenAPI 3.1 document at all. */
  readonly broken: readonly BadInput[];
}

/**
 * Lints the specs of some providers, or of all if none is named.
 *
 * @throws BadInput if there is no such provider, or no spec, or no vocabulary.
 */
export async function lintSpecs(specsRoot: string, asked: readonly string[]): Promise<LintReport> {
  const providers = chooseProviders(specsRoot, asked);
  const vocabulary = loadVocabulary(specsRoot);
  const findings: LocatedFinding[] = [];
  const halted: string[] = [];
  const broken: BadInput[] = [];

  for (const provider of providers) {
    const path = specFile(specsRoot, provider);
    try {
      const result = await lintDocument(loadDocument(path, asPrinted(path), vocabulary));
      findings.push(...result.findings);
      if (result.isHalted) halted.push(asPrinted(path));
    } catch (error) {
      broken.push(error instanceof BadInput ? error : unforeseen(asPrinted(path), error));
    }
  }
  return { specs: providers.length, findings, halted, broken };
}

export interface DocumentResult {
  readonly findings: readonly LocatedFinding[];
  readonly isHalted: boolean;
}

/** Structure first. Our own rules read only a sound document: on another they would report consequences. */
export async function lintDocument(document: OpenApiDocument): Promise<DocumentResult> {
  const structure = await checkStructure(document);
  if (!structure.isSound) return { findings: structure.findings, isHalted: true };

  const own = rules.flatMap((rule) => rule.check(document).map((finding) => locate(finding, rule, document)));
  return { findings: [...structure.findings, ...own].sort(byPosition), isHalted: false };
}

// Redocly throws on a $ref that ends at itself, for one. Whatever it is: it is no finding, and not clean either.
function unforeseen(file: string, error: unknown): BadInput {
  const hint = "Look for a $ref that leads back to itself. If there is none, this is a fault of spec-lint.";
  return new BadInput(`${file} cannot be judged: ${(error as Error).message}`, hint);
}

function asPrinted(path: string): string {
  const short = relative(process.cwd(), path);
  return (short.startsWith("..") ? path : short).replaceAll("\\", "/");
}
