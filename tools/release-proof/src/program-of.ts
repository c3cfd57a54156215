/**
 * What a client's README shows of starting something and waiting for it, as a program.
 *
 * @param usage the examples of the README, as `test/usage.ts` of the client has them
 * @param name of the client's package
 * @returns a module whose `program(baseUrl)` tells what came of it
 * @throws if the examples start nothing
 */
export function programOf(usage: string, name: string): string {
  const [, client, rest] = /await (\w+)\.run\((.*?)\);\n/s.exec(usage) ?? [];
  const given = rest?.replace(/\{ deadline: "10m" \},?\s*$/, "").trimEnd();
  if (client === undefined || !given?.endsWith(","))
    throw new Error(`the README of ${name} starts nothing, and waits for nothing`);
  return `import * as module from "${name}";

const { accessKey, apiKey, basic, bearer, createClient } = module;
const auth =
  accessKey?.({ accessKeyId: "development-key", accessKeySecret: "not-a-secret" }) ??
  basic?.("developer", "not-a-password") ??
  (apiKey ?? bearer)("not-a-token");

export async function program(baseUrl) {
  const ${client} = createClient({ baseUrl, auth });
  const outcome = await ${client}.run(${given} { deadline: "30s", interval: { first: 250 } });
  return \`called and \${outcome.status}\`;
}
`;
}
