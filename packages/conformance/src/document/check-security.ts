import { TeachingError } from "../teaching-error.ts";
import { isObject } from "./json.ts";
import { members } from "./navigate.ts";
import type { Source } from "./parse-source.ts";
import { below } from "./pointer.ts";
import { walkObjects } from "./walk-objects.ts";

/**
 * Proves that each security requirement names a scheme that there is: of another one nobody could be asked for.
 *
 * @throws TeachingError at the first that does not.
 */
export function checkSecurity({ root, locate }: Source): void {
  const known = members(root, "#/components/securitySchemes").map(([name]) => name);
  walkObjects(root, ({ security }, pointer) => {
    if (!Array.isArray(security)) return;
    for (const [index, requirement] of security.entries()) {
      // OAS 3.1.1 §4.8.30: each name must correspond to a scheme that is declared.
      const stranger =
        isObject(requirement) && Object.keys(requirement).find((name) => !known.includes(name));
      if (typeof stranger !== "string") continue;
      throw new TeachingError({
        what: `no security scheme is named ${JSON.stringify(stranger)}`,
        where: locate(below(pointer, "security", index, stranger)),
        expected:
          known.length > 0
            ? `one of ${known.join(", ")}, or another below #/components/securitySchemes`
            : "the name of a scheme below #/components/securitySchemes, where there is none",
        example: `security: [{ ${known[0] ?? "Token"}: [] }]`,
      });
    }
  });
}
