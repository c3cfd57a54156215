import type { Service } from "../describe/service.ts";
import { type Example, printExample } from "../print/example.ts";

/** How plain values become the service's wrapped ones, and back. */
export function valueSection(service: Service): string {
  const example = valueExample(service);
  if (!example) return "";
  return `## Typed values

The service wraps each value in an object that names its kind. \`encodeParameters\` makes parameters of plain values, \
lists, maps and dates; \`secret\` marks a text that is to travel, and come back, as a secret, and \`typed\` hands over what \
has no plain shape. \`decodeParameters\` makes plain values of parameters.

${printExample(service, example)}`;
}

/** There and back. */
export function valueExample({ typedValues }: Service): Example | undefined {
  return (
    typedValues && {
      imports: ["decodeParameters", "encodeParameters", "secret"],
      code: `const parameters = encodeParameters({ name: "nightly", count: 8, password: secret("…") });
const { count } = decodeParameters(parameters);
`,
    }
  );
}
