import type { TestCase } from "../cases/test-case.ts";
import { formatRequirement, readableRequirements } from "../document/carriable-requirements.ts";
import type { Document } from "../document/document.ts";
import type { Mistake } from "../sandbox/violation.ts";
import { createNegative } from "./create-negative.ts";
import type { NegativeCase } from "./negative-case.ts";

const MISSING: readonly Mistake[] = ["credentialsMissing"];
const WRONG: readonly Mistake[] = ["credentialsWrong", "keyUnknown", "credentialsMalformed"];
const SIGNED_WRONG: readonly Mistake[] = ["signatureWrong"];
const SIGNED_LATE: readonly Mistake[] = ["dateSkewed"];

/** Without credentials, and once for each way to authenticate with wrong ones. */
export function withoutCredentials(document: Document, main: TestCase, shown: Set<string>): NegativeCase[] {
  const { operation } = main;
  const [first] = readableRequirements(document, operation);
  // OAS 3.1.1 §4.8.30: an empty alternative makes credentials optional.
  if (first === undefined || operation.security.some((names) => names.length === 0)) return [];
  const anonymous = { ...main, authenticated: false };
  const missing = createNegative(
    document,
    anonymous,
    "no-credentials",
    "without credentials",
    MISSING,
    "none",
  );
  const way = formatRequirement(first);
  if (shown.has(way)) return missing;
  const wrong = createNegative(
    document,
    anonymous,
    "wrong-credentials",
    "with wrong credentials",
    WRONG,
    "wrong",
  );
  if (wrong.length > 0) shown.add(way);
  return [...missing, ...wrong];
}

/** Once for each way to authenticate that signs. */
export function signedWrongly(document: Document, main: TestCase, shown: Set<string>): NegativeCase[] {
  return readableRequirements(document, main.operation).flatMap((requirement) => {
    const mark = `signed by ${formatRequirement(requirement)}`;
    if (!requirement.some((name) => isSigning(document, name)) || shown.has(mark)) return [];
    const own = { ...main, requirement };
    const wrong = "signed with a wrong secret";
    const late = "signed an hour ago";
    const cases = [
      ...createNegative(document, own, "wrong-signature", wrong, SIGNED_WRONG, "wrong-secret"),
      ...createNegative(document, own, "stale-date", late, SIGNED_LATE, "stale"),
    ];
    if (cases.length > 0) shown.add(mark);
    return cases;
  });
}

function isSigning({ securitySchemes }: Document, name: string): boolean {
  const scheme = securitySchemes[name];
  return scheme?.type === "http" && scheme.signature !== undefined;
}
