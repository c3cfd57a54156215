import type { Excerpt, Report, ReportCase, ReportEntry, RunFacts } from "../report/report.ts";
import type { Redactor } from "./create-redactor.ts";
import { REDACTED } from "./secret-names.ts";

/** How much of a body a report shows, in characters. */
const SHOWN = 4000;

/**
 * A report without secrets. What the document says (names of operations, cases, statuses) is left alone; whatever
 * came out of the run is searched.
 */
export function redactReport(report: Report, redactor: Redactor): Report {
  const { redactText } = redactor;
  return {
    ...report,
    target: redactor.redactUrl(report.target),
    checks: report.checks.map((entry) => redactEntry(entry, redactor)),
    ...(report.cases && { cases: report.cases.map((one) => redactCase(one, redactor)) }),
    ...(report.run && { run: redactRun(report.run, redactor) }),
    ...(report.errata && {
      errata: Object.fromEntries(
        Object.entries(report.errata).map(([name, evidence]) => [name, redactText(evidence)]),
      ),
    }),
    ...(report.evidence && {
      evidence: {
        ...report.evidence,
        sources: report.evidence.sources.map((source) => redactRun(source, redactor)),
      },
    }),
    ...(report.coverage && {
      coverage: report.coverage.map((map) => ({ ...map, title: redactText(map.title) })),
    }),
  };
}

/** The same of what is said of the run, or of whose service it was. */
function redactRun<Facts extends Partial<Pick<RunFacts, "unproved" | "tenant">>>(
  facts: Facts,
  { redactText }: Redactor,
): Facts {
  const { unproved, tenant } = facts;
  return {
    ...facts,
    ...(unproved !== undefined && { unproved: redactText(unproved) }),
    ...(tenant !== undefined && { tenant: redactText(tenant) }),
  };
}

/** The same of one entry. */
export function redactEntry(entry: ReportEntry, { redactText, isSecretName }: Redactor): ReportEntry {
  const { expected, received, curl, at } = entry;
  // Of an undocumented member, name and value were received, the value maybe cut.
  const withoutMember = (text: string) =>
    text.replace(/^([^\s:"]+): ["[{].*$/s, (whole, name: string) =>
      isSecretName(name) ? `${name}: ${REDACTED}` : whole,
    );
  // Of a member that bears the name of a secret, the value alone was received.
  const steps = at?.split("/").slice(1) ?? [];
  const isSecret = steps.some(isSecretName) && entry.verdict !== "skip";
  const clean = {
    expected: redactText(expected),
    received: isSecret && /^["\d[{]/.test(received) ? REDACTED : redactText(withoutMember(received)),
    curl: redactText(curl),
    ...(at !== undefined && { at: redactText(at) }),
  };
  const isClean =
    clean.expected === expected && clean.received === received && clean.curl === curl && clean.at === at;
  return isClean ? entry : { ...entry, ...clean };
}

function redactCase({ request, response, lost, ...rest }: ReportCase, redactor: Redactor): ReportCase {
  const url = redactor.redactUrl(request.url);
  const sent = redactMessage(request, redactor);
  return {
    ...rest,
    request: url === request.url ? sent : { ...sent, url },
    ...(response && { response: redactMessage(response, redactor) }),
    ...(lost !== undefined && { lost: redactor.redactText(lost) }),
  };
}

interface Message {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Excerpt;
}

/** Most of what is sent holds no secret, and is shown as it is. */
function redactMessage<Shown extends Message>(message: Shown, redactor: Redactor): Shown {
  const { headers, body } = message;
  const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const shown = redactor.redactHeaders(headers);
  const text = body && shorten(redactor.redactBody(body.text, type));
  const isClean = text === body?.text && shown.every((one, index) => one === headers[index]);
  if (isClean) return message;
  return { ...message, headers: shown, ...(body && text !== undefined && { body: { ...body, text } }) };
}

function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
