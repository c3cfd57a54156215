/** What the runtime has for the descriptions of operations: src/operations.ts imports those that it uses. */
export const MAKERS: readonly string[] = [
  ...[
    "inBody",
    "inCookie",
    "inHeader",
    "inMember",
    "inPath",
    "inPlainQuery",
    "inQuery",
    "form",
    "json",
    "multipart",
    "serialization",
  ],
  ...["asJson", "canceling", "flat", "idempotencyToken", "inBand", "ownServer", "serverTemplate"],
  ...["canceledBy", "fromJson", "meanPercentAt", "percentAt", "several"],
];
