/**
 * Bytes that can be sent and hashed: what a text encodes to. From TypeScript 5.7 on, that is `Uint8Array<ArrayBuffer>`;
 * older compilers know no such argument.
 */
export type Bytes = ReturnType<TextEncoder["encode"]>;
