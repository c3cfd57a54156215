import { isObject } from "../is-object.ts";

/** Whether a success, in whose data this is the status, says that the service no longer knows how it went. */
export type IsForgotten = (status: unknown, data: unknown) => boolean;

/**
 * For operations that are told of for some time only: an answer without a status, or none at all. A list or a text is
 * no such answer, but one of whoever else is at that address.
 */
export const isForgotten: IsForgotten = (status, data) => status === undefined && isObject(data ?? {});
