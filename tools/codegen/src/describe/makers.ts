/** What the runtime has for the descriptions of operations, by where it is imported from. */
export const MAKERS: Readonly<Record<string, readonly string[]>> = {
  "@settled/runtime": [
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
  ],
  "@settled/runtime/marks": [
    "alsoAt",
    "canceledBy",
    "fromJson",
    "isForgotten",
    "meanPercentAt",
    "percentAt",
    "several",
  ],
};
