import { exampleOperation } from "../describe/example-operation.ts";
import { Expression } from "../describe/expression.ts";
import { isPolled } from "../describe/long-running.ts";
import type { Service } from "../describe/service.ts";
import { exampleArguments, printLongCall } from "../print/call.ts";
import { printNeeded } from "../print/creation.ts";
import { type Example, printExample } from "../print/example.ts";

/** How to watch what arrives, and how to test what one writes. */
export function testSections(service: Service): string[] {
  const mock = mockExample(service);
  return [
    `## Validation

What arrives can be held against what is documented: \`"report"\` tells each difference, \`"strict"\` makes the result an \
error besides, of the status \`"malformed"\`. Members that no schema names, and values that an open list does not, \
are no findings.

${printExample(service, validationExample(service))}`,
    mock &&
      `## Tests

A mock answers what is documented, step by step, as a \`fetch\` or as handlers for \
[MSW](https://mswjs.io): \`server.use(...mock.handlers(http))\`. What is not documented does not compile. With a \
virtual clock, a wait of ten minutes takes milliseconds.

${printExample(service, mock)}

A whole service to try things on, for any client in any language: \`npx @settled/conformance sandbox ${service.provider}\` \
runs what is started, verifies credentials, and refuses what is not documented.`,
  ].filter((section) => section !== undefined);
}

export function validationExample(service: Service): Example {
  const { variableName: client } = service;
  const needed = printNeeded(service);
  return {
    imports: ["createClient"],
    from: { validate: ["validation"] },
    code: `const ${client} = createClient({
${needed && `  ${needed.trim()}\n`}  validation: validation("report", ({ at, expected, received }, { operation, status }) =>
    console.warn(operation, status, at, expected, received),
  ),
});
`,
  };
}

/** A wait that meets trouble and ends well; none if nothing can be waited for. */
export function mockExample(service: Service): Example | undefined {
  const { operations, variableName: client } = service;
  const operation = exampleOperation(operations);
  if (!operation || !isPolled(operation)) return undefined;
  const wait = printLongCall("const outcome = ", `await ${client}.settle`, [
    operation.id,
    exampleArguments(operation),
    new Expression('{ deadline: "10m" }'),
  ]);
  return {
    imports: ["createClient"],
    from: { testing: ["createMock", "createVirtualClock", "html", "reset", "succeeded", "throttled"] },
    code: `const clock = createVirtualClock();
const script = [throttled({ times: 2 }), html(502), reset(), succeeded()] as const;
const mock = createMock({ ${operation.id}: script }, { clock });
const ${client} = createClient({ ${printNeeded(service)}fetch: mock.fetch, clock });

${wait};
console.log(outcome.status, mock.requests.length);
`,
  };
}
