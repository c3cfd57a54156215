/**
 * Bytes that can be sent and hashed: what a text encodes to. From TypeScript 5.7 on, that is `Uint8Array<ArrayBuffer>`;
 * older compilers know no such argument. By way of the value, since Node's own declarations have no such type.
 */
export type Bytes = ReturnType<InstanceType<typeof TextEncoder>["encode"]>;
