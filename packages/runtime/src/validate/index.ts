export type { Validation } from "../client-options.ts";
export type { Finding } from "../malformed-body.ts";
export { createValidation, type FindingListener, type ValidationMode } from "./create-validation.ts";
