import type { Document, Operation } from "../../document/document.ts";
import type { Violation } from "../violation.ts";
import { chooseRefusal } from "./choose-refusal.ts";
import { fittingStatuses } from "./kinds-of-mistakes.ts";

/** That a request names an operation which its document has not. */
export function operationUnknown({ rpc }: Document, id: string): Violation {
  return {
    mistake: "operationUnknown",
    at: rpc?.query
      ? `header ${rpc.operation}, or parameter ${rpc.query.operation}`
      : `header ${rpc?.operation}`,
    expected: "an operation of this version",
    received: id.slice(0, 80),
  };
}

const remembered = new WeakMap<Document, { readonly model: Operation | undefined }>();

/**
 * The operation as whose error a request for no operation is answered: the first that documents the document's code for
 * it, under the most fitting status.
 *
 * @returns `undefined` where none documents it
 */
export function strangersModel(document: Document): Operation | undefined {
  const known = remembered.get(document) ?? { model: findModel(document) };
  remembered.set(document, known);
  return known.model;
}

function findModel(document: Document): Operation | undefined {
  const refusals = document.operations.map((operation) => ({
    operation,
    ...chooseRefusal(document, operation, "operationUnknown"),
  }));
  const coded = refusals.filter(({ code }) => code !== undefined);
  const [status] = fittingStatuses("operationUnknown");
  return (coded.find((refusal) => refusal.status === status) ?? coded[0])?.operation;
}
