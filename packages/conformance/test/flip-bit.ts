/** The same text with one bit of its last character flipped. */
export function flip(text: string): string {
  return text.replace(/.$/s, (last) => String.fromCharCode(last.charCodeAt(0) ^ 1));
}

/** The same text with one bit of its last hexadecimal digit flipped. */
export function flipDigit(text: string): string {
  return text.replace(/.$/s, (last) => (Number.parseInt(last, 16) ^ 1).toString(16));
}
