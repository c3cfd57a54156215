import type { Rule } from "../finding.ts";
import { inBackticks } from "../json.ts";
import { operationsOf, parametersOf } from "../openapi/operations-of.ts";

export const parameterNamesCollide: Rule = {
  name: "parameter-names-collide",
  why: "A method takes its parameters as members of one object, by their wire names; two of one name would be one member.",
  check: ({ root }) =>
    operationsOf(root).flatMap((operation) => {
      const placeOf = new Map<string, string>();
      return parametersOf(root, operation).flatMap((parameter) => {
        const taken = placeOf.get(parameter.name);
        placeOf.set(parameter.name, taken ?? parameter.in);
        if (taken === undefined) return [];
        return [
          {
            at: parameter.path,
            found: `${inBackticks(parameter.name)} in ${parameter.in}, and the same name in ${taken}`,
            expected: "one parameter of a name in an operation, wherever it travels",
            example:
              "If the service does take both, the vocabulary has a gap: say so, and do not rename either.",
          },
        ];
      });
    }),
};
