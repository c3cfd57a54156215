import { hasAccessKey } from "../describe/auth-factory.ts";
import { printNeeded } from "../print/creation.ts";
import { header } from "../print/header.ts";
import { printLiteral } from "../print/literal.ts";
import { printNamed } from "../print/named.ts";
import type { Edition } from "./edition.ts";
import { signatureDescription } from "./signature.ts";

/** src/access-key.ts: how requests are signed; a bundle that does not sign is without it. */
export function emitAccessKey({ service }: Edition): string | undefined {
  if (!hasAccessKey(service)) return undefined;
  const { title, variableName, securitySchemes } = service;
  const signatures = Object.fromEntries(
    Object.entries(securitySchemes).flatMap(([name, { "x-signature": signature }]) =>
      signature ? [[name, signatureDescription(signature)]] : [],
    ),
  );
  const types = ["AccessKey", "AccessKeyProvider", "Credential", "SignatureDescriptions"];
  const declaration = "const signatures: SignatureDescriptions = ";
  const literal = printLiteral(signatures, "", declaration);
  const functions = ["basicDate", "extendedDate", "withSlash"].filter((name) =>
    literal.includes(`: ${name}`),
  );
  const names = [...types.map((name) => `type ${name}`), "createAccessKey", ...functions];
  return `${header(service)}
${printNamed("import", names, "@settled/runtime")}
/** How requests are signed, by security scheme. */
${declaration}${literal};

/**
 * Authenticates by signing each request to ${title} with an access key.
 *
 * A function is asked for the key. If the key says when it lapses, it is kept until shortly before: five minutes, or
 * a tenth of its life if that is less; so a temporary key is renewed while a wait runs. If it does not say, the
 * function is asked at each request, and does its own keeping.
 *
 * @param key - the access key, or a function that gives it
 * @throws TypeError if a part of the key is missing or cannot be one: at once, or when a request is signed with what
 *   a function gave.
 * @example
 * const ${variableName} = createClient({ ${printNeeded(service)}auth: accessKey({ accessKeyId, accessKeySecret }) });
 */
export function accessKey(key: AccessKey | AccessKeyProvider): Credential {
  return createAccessKey(signatures, key);
}
`;
}
