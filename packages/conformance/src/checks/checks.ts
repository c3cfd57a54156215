import { checkAuthentication } from "./check-authentication.ts";
import { checkClientResult } from "./check-client-result.ts";
import { checkContentType } from "./check-content-type.ts";
import { checkErrorCode } from "./check-error-code.ts";
import { checkOperationStatus } from "./check-operation-status.ts";
import { checkRequest } from "./check-request.ts";
import { checkResponseHeaders } from "./check-response-headers.ts";
import { checkResponseSchema } from "./check-response-schema.ts";
import { checkStatusCode } from "./check-status-code.ts";
import type { CheckName } from "./finding.ts";
import type { Check } from "./subject.ts";

/** All checks, in the order in which an exchange happens. */
export const checks: Readonly<Record<CheckName, Check>> = {
  request: checkRequest,
  authentication: checkAuthentication,
  "status-code": checkStatusCode,
  "content-type": checkContentType,
  "response-headers": checkResponseHeaders,
  "response-schema": checkResponseSchema,
  "error-code": checkErrorCode,
  "operation-status": checkOperationStatus,
  "client-result": checkClientResult,
};
