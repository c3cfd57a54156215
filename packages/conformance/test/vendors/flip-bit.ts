import type { Passing } from "./tampering-proxy.ts";

type Change = (passing: Passing) => Passing;

/** Flips a bit of the body's last byte. */
export const inBody: Change = (passing) => {
  if (passing.body.length === 0) throw new Error("nothing to flip: the body is empty");
  const body = Buffer.from(passing.body);
  body[body.length - 1] = (body.at(-1) ?? 0) ^ 1;
  return { ...passing, body };
};

/** Flips a bit of the last character of a query parameter's value. */
export const inQuery =
  (name: string): Change =>
  (passing) => ({
    ...passing,
    path: replaced(passing.path, new RegExp(`(?<=[?&]${name}=)[^&]+`), flipLast),
  });

/** Flips a bit of the last character of a header's value. */
export const inHeader =
  (name: string): Change =>
  (passing) => ({ ...passing, headers: withHeader(passing, name, flipLast) });

/** Flips a bit of what the hexadecimal signature in `Authorization` stands for. */
export const inSignature: Change = (passing) => ({
  ...passing,
  headers: withHeader(passing, "authorization", (value) =>
    replaced(value, /(?<=Signature=)[0-9a-f]+/, (hex) => flipped(hex, "hex")),
  ),
});

/** Flips a bit of what the parameter `Signature` stands for, in the query or in the form. */
export const inSignatureParameter: Change = (passing) => {
  const place = /(?<=(?:^|[?&])Signature=)[^&]+/;
  const flip = (text: string) => encodeURIComponent(flipped(decodeURIComponent(text), "base64"));
  if (place.test(passing.path)) return { ...passing, path: replaced(passing.path, place, flip) };
  return { ...passing, body: Buffer.from(replaced(passing.body.toString(), place, flip)) };
};

/** The lowest bit of a letter's or a digit's code decides between two neighbours, such as `0` and `1`, `b` and `c`. */
function flipLast(text: string): string {
  return text.replace(/[b-y0-9B-Y](?=[^b-y0-9B-Y]*$)/, (character) =>
    String.fromCharCode(character.charCodeAt(0) ^ 1),
  );
}

function flipped(text: string, encoding: "hex" | "base64"): string {
  const bytes = Buffer.from(text, encoding);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString(encoding);
}

function withHeader({ headers }: Passing, name: string, flip: (value: string) => string): string[] {
  const place = headers.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name);
  return headers.with(place + 1, replaced(headers[place + 1] ?? "", /.+/, flip));
}

/** A change that changes nothing would prove nothing. */
function replaced(text: string, place: RegExp, flip: (found: string) => string): string {
  const changed = text.replace(place, flip);
  if (changed === text) throw new Error(`nothing to flip: ${place} in ${text}`);
  return changed;
}
