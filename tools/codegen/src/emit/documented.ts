import { header } from "../print/header.ts";
import { printShared } from "../print/shared.ts";
import { documentedAnswers } from "./documented-answers.ts";
import type { Edition } from "./edition.ts";

/** src/documented.ts: what is documented of the answers, as far as a mock needs it. */
export function emitDocumented({ service, documented }: Edition): string {
  const answers = Object.fromEntries(
    documented.operations.map((operation) => {
      const observed = service.operations.find(({ id }) => id === operation.id) ?? operation;
      return [operation.id, documentedAnswers(documented, observed, service)];
    }),
  );
  const { shared, literal } = printShared(answers);
  return `${header(service)}
import type { DocumentedAnswer } from "@settled/runtime/testing";

${shared && `${shared}\n`}\
/** What each operation of ${service.title} is documented to answer: examples, and what is made after the schemas. */
export const documented: Readonly<Record<string, readonly DocumentedAnswer[]>> = ${literal};
`;
}
