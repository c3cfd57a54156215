import type { Argument } from "../describe/arguments.ts";
import type { Operation } from "../describe/operation.ts";
import { printArguments, printCall, requiredArguments } from "../print/call.ts";
import { printOnOneLine } from "../print/literal.ts";
import type { Pair } from "./pair.ts";

/** What can be wrong with a call by path: the path, and the method. */
export function pathPairs(operation: Operation, all: readonly Operation[]): Pair[] {
  const { method, path } = operation;
  const init = httpInit(operation);
  const call = (verb: string, at: string) => `await client.http.${verb}(${JSON.stringify(at)}${init});`;
  const documented = new Set(all.flatMap((other) => (other.path === path ? [other.method] : [])));
  const other = ["GET", "PUT", "POST", "DELETE", "PATCH"].find((verb) => !documented.has(verb));
  const right = call(method, path);
  return [[right, call(method, `${path}_`)], ...(other ? [[right, call(other, path)] as const] : [])];
}

/** What openapi-fetch's own call needs of the required arguments: parameters by place, the body as it goes. */
function httpInit(operation: Operation): string {
  const required = requiredArguments(operation);
  const places = (["path", "query", "header", "cookie"] as const).flatMap((place) => {
    const here = required.filter((argument) => argument.in === place);
    return here.length > 0 ? [`${place}: ${printArguments(here)}`] : [];
  });
  const members = required.filter((argument) => argument.in === "member");
  const whole = required.find((argument) => argument.in === "body");
  const init = [
    ...(places.length > 0 ? [`params: { ${places.join(", ")} }`] : []),
    ...(operation.body?.required && operation.body.flat ? [`body: ${printArguments(members)}`] : []),
    ...(whole ? [`body: ${printOnOneLine(whole.example)}`] : []),
  ];
  return init.length > 0 ? `, { ${init.join(", ")} }` : "";
}

/** What can be wrong with a call by name: the name, and each argument's name, type and absence. */
export function argumentPairs(operation: Operation): Pair[] {
  const { id, arguments: all } = operation;
  const required = requiredArguments(operation);
  const call = (given: readonly Argument[]) => `await ${printCall("client", id, given)};`;
  const right = call(required);
  const withOne = (argument: Argument, wrong: Partial<Argument>) => {
    const given = all.filter((other) => other.required || other === argument);
    return [
      call(given),
      call(given.map((other) => (other === argument ? { ...other, ...wrong } : other))),
    ] as const;
  };
  const undocumented = { name: "undocumented_", example: true } as Argument;
  return [
    [right, `await ${printCall("client", `${id}_`, required)};`],
    [
      `await ${printCall("client.orThrow", id, required)};`,
      `await ${printCall("client.orThrow", `${id}_`, required)};`,
    ],
    [right, call([...required, undocumented])],
    ...all.map((argument) => withOne(argument, { name: `${argument.name}_` })),
    ...all
      .filter(({ misfit }) => misfit !== undefined)
      .map((argument) => withOne(argument, { example: argument.misfit })),
    ...required.map((argument) => [right, call(required.filter((other) => other !== argument))] as const),
  ];
}
