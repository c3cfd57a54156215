import { credentialMutants } from "./credential-mutants.ts";
import { errorCodeMutants } from "./error-code-mutants.ts";
import { headerMutants } from "./header-mutants.ts";
import { mediaTypeMutants } from "./media-type-mutants.ts";
import { memberMutants } from "./member-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { requestMutants } from "./request-mutants.ts";
import { resultMutants } from "./result-mutants.ts";
import { signatureMutants } from "./signature-mutants.ts";
import { statusMutants } from "./status-mutants.ts";
import { textMutants } from "./text-mutants.ts";
import { transportMutants } from "./transport-mutants.ts";
import { valueMutants } from "./value-mutants.ts";

/** The whole corpus of broken twins. */
export const mutants: readonly Mutant[] = [
  ...statusMutants,
  ...mediaTypeMutants,
  ...textMutants,
  ...memberMutants,
  ...valueMutants,
  ...errorCodeMutants,
  ...headerMutants,
  ...transportMutants,
  ...requestMutants,
  ...credentialMutants,
  ...signatureMutants,
  ...resultMutants,
];
