import { exampleOperation } from "../describe/example-operation.ts";
import { Expression } from "../describe/expression.ts";
import { isPolled } from "../describe/long-running.ts";
import type { Service } from "../describe/service.ts";
import { exampleArguments, printLongCall } from "../print/call.ts";
import { printConnection } from "../print/creation.ts";
import { printFirstCredential } from "../print/credential.ts";
import { type Example, printExample } from "../print/example.ts";

/** How to bundle no more than is used. */
export function bundleSection(service: Service): string {
  return `## Small bundles

A client holds all operations. From \`${service.packageName}/standalone\`, a bundler keeps those that you name. \
A misspelt option is found by the compiler alone there; \`createClient\` throws as well.

${printExample(service, bundleExample(service))}`;
}

/** The first example once more, by way of functions. */
export function bundleExample(service: Service): Example {
  const operation = exampleOperation(service.operations);
  const credential = printFirstCredential(service);
  const connection = `const connection = ${printConnection(service)};\n`;
  const names = ["connect", ...(credential?.factories ?? [])];
  if (!operation) return { imports: [], from: { standalone: names }, code: connection };

  const given = [new Expression("connection"), new Expression(operation.id), exampleArguments(operation)];
  const call = printLongCall("const result = await ", "call", given);
  const wait = isPolled(operation)
    ? `${printLongCall("const outcome = await ", "settle", [...given, new Expression('{ deadline: "10m" }')])};\n`
    : "";
  return {
    imports: [],
    from: { standalone: [...names, "call", operation.id, ...(wait ? ["settle"] : [])].sort() },
    code: `${connection}${call};\n${wait}`,
  };
}
