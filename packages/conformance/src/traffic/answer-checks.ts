import { checks } from "../checks/checks.ts";
import type { Finding } from "../checks/finding.ts";
import type { Subject } from "../checks/subject.ts";

const { request: _request, "client-result": _result, ...ofAnswers } = checks;

/** The checks of an answer that nobody asked for: those of requests hold them against what was to be sent. */
export const answerChecks: Partial<typeof checks> = { ...ofAnswers, "response-schema": bySomeExample };

/** A document shows several bodies for one status: which of them this is like, nobody has said. */
function bySomeExample(subject: Subject): Finding[] {
  const check = checks["response-schema"];
  const findings = check(subject);
  if (!findings.some(({ verdict }) => verdict === "vacuous")) return findings;
  for (const { value: sample } of subject.mediaType?.examples.slice(1) ?? []) {
    const again = check({ ...subject, testCase: { ...subject.testCase, sample } });
    if (again.every(({ verdict }) => verdict !== "vacuous")) return again;
  }
  return findings;
}
