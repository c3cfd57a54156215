import type { Row } from "./acme.ts";
import { answerRows } from "./answer-rows.ts";
import { argumentRows } from "./argument-rows.ts";
import { bodyRows } from "./body-rows.ts";
import { documentRows } from "./document-rows.ts";
import { fieldRows } from "./field-rows.ts";
import { loginRows } from "./login-rows.ts";
import { markRows } from "./mark-rows.ts";
import { operationRows } from "./operation-rows.ts";
import { parameterRows } from "./parameter-rows.ts";
import { securityRows } from "./security-rows.ts";
import { serverRows } from "./server-rows.ts";
import { valueRows } from "./value-rows.ts";
import { wrapperRows } from "./wrapper-rows.ts";

/** Every row: two versions of a document, and the verdict. */
export const rows: readonly Row[] = [
  ...answerRows,
  ...argumentRows,
  ...bodyRows,
  ...documentRows,
  ...fieldRows,
  ...loginRows,
  ...markRows,
  ...operationRows,
  ...parameterRows,
  ...securityRows,
  ...serverRows,
  ...valueRows,
  ...wrapperRows,
];
