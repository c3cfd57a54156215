/** A value in the wrapper of the service, as it came or as it is to be sent. Made by `typed`. */
export class TypedValue {
  /** The type that its parameter declares. */
  readonly type: string | undefined;
  readonly wrapper: unknown;

  constructor(type: string | undefined, wrapper: unknown) {
    this.type = type;
    this.wrapper = wrapper;
  }
}

/**
 * A value that no value of JavaScript stands for, such as a reference, in the wrapper of the service.
 *
 * @param type - the type that its parameter declares; `undefined` for the usual one of such a wrapper
 * @example
 * encodeParameters({ disk: typed("Acme:Disk", { reference: { id } }) });
 */
export function typed(type: string | undefined, wrapper: object): TypedValue {
  return new TypedValue(type, wrapper);
}
