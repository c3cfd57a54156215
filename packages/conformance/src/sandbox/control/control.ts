import type { Credentials } from "../../authentication/credentials.ts";
import type { Json } from "../../document/json.ts";
import { type Lesson, TeachingError } from "../../teaching-error.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import { percentDecode } from "../../wire/percent-decode.ts";
import type { Answer } from "../answer.ts";
import { pageAnswer } from "../page/page.ts";
import { pathOf, pathStart } from "../path-of.ts";
import { type Act, type Controlled, createActs, NotFound } from "./acts.ts";
import { lessonProblem } from "./lesson-problem.ts";

/** Below this path, a sandbox is told what to do. No vendor documents anything there. */
const CONTROL = "/_settled";

/** Answers the requests for the control endpoint. */
export function createControl(
  sandbox: Controlled,
  credentials: Credentials,
): (request: SentRequest) => Promise<Answer> {
  const acts = createActs(sandbox, credentials).map((act) => ({ ...act, pattern: patternOf(act) }));
  return async (request) => {
    const stranger = explainStranger(request);
    if (stranger) return lessonProblem(stranger, 403);
    const path = pathOf(request.url).slice(CONTROL.length).replace(/\/$/, "");
    if (path === "" && wantsPage(request)) return pageAnswer();
    const fitting = acts.filter(({ pattern }) => pattern.test(path));
    const act = fitting.find(({ method }) => method === request.method);
    if (!act) return notThere(acts, fitting);
    const [, id = ""] = act.pattern.exec(path) ?? [];
    return perform(act, id, request);
  };
}

async function perform(act: Act, id: string, { url, body }: SentRequest): Promise<Answer> {
  try {
    const origin = url.slice(0, pathStart(url));
    return jsonAnswer(await act.run({ id: percentDecode(id), json: () => parse(body), origin }));
  } catch (error) {
    if (!(error instanceof TeachingError)) throw error;
    return lessonProblem(error.lesson, error instanceof NotFound ? 404 : 400);
  }
}

/** Whether a path is one of the control endpoint. */
export function isControl(path: string): boolean {
  return path.startsWith(CONTROL) && (path.length === CONTROL.length || path[CONTROL.length] === "/");
}

/** Whether a person's browser asks. */
export function wantsPage({ method, headers }: Pick<SentRequest, "method" | "headers">): boolean {
  return method === "GET" && (headers.get("accept") ?? "").includes("text/html");
}

function patternOf({ path }: Act): RegExp {
  return new RegExp(`^${path.replace("{id}", "([^/]+)")}$`);
}

// A page from elsewhere that is open in the same browser must not meddle (Fetch standard, "Origin header").
function explainStranger({ url, headers }: SentRequest): Lesson | undefined {
  const origin = headers.get("origin");
  if (origin === null || origin === url.slice(0, pathStart(url))) return undefined;
  return {
    what: "a page from elsewhere may not steer the sandbox",
    expected: "no Origin, or the sandbox's own",
  };
}

function notThere(acts: readonly Act[], fitting: readonly Act[]): Answer {
  const methods = fitting.map(({ method }) => method).join(", ");
  const known = acts.map(({ method, path }) => `${method} ${CONTROL}${path}`).join(", ");
  return fitting.length > 0
    ? lessonProblem({ what: "not a method of this address", expected: methods }, 405, { allow: methods })
    : lessonProblem({ what: "nothing of the sandbox has this address", expected: `one of ${known}` }, 404);
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new TeachingError({ what: "the body is no JSON", expected: "one JSON object" });
  }
}

function jsonAnswer(value: unknown): Answer {
  const headers = { "cache-control": "no-store" };
  if (value === undefined) return { status: 204, headers };
  return {
    status: 200,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(value),
  };
}
