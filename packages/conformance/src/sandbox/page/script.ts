import type { SandboxState } from "../control/describe-state.ts";
import type { Dom } from "./dom.ts";
import type { createViews } from "./views.ts";

/** Runs the page: shows the state each second, and sends what is asked for. Sent as text, as it stands. */
export function runPage(dom: Dom, views: typeof createViews): void {
  const { byId, element } = dom;
  const INTERVAL = 1000;
  const news = byId("news");
  const render = views(dom, act);
  let last: SandboxState | undefined;

  onSubmit("add-rule", (data) => act("POST", "/rules", ruleFrom(data)));
  onSubmit("advance", (data) => act("POST", "/clock", { advance: String(data.get("advance")) }));
  onClick("lapse", () => act("DELETE", "/sessions"));
  onClick("forget", () => act("DELETE", "/refusals"));
  onClick("reset", () => act("POST", "/reset"));
  void poll();

  async function poll(): Promise<void> {
    await refresh();
    setTimeout(poll, INTERVAL);
  }

  async function refresh(): Promise<void> {
    try {
      const state = (await (await fetch("/_settled")).json()) as SandboxState;
      document.body.classList.remove("gone");
      if (!last) offerOperations(state);
      render(state);
      if (last) tell(last, state);
      last = state;
    } catch {
      if (!document.body.classList.contains("gone")) say("The sandbox does not answer.");
      document.body.classList.add("gone");
    }
  }

  async function act(method: string, path: string, body?: unknown): Promise<boolean> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`/_settled${path}`, init).catch(() => undefined);
    if (response?.ok) {
      byId("problem").textContent = "";
      await refresh();
      return true;
    }
    const { title = "The sandbox does not answer", expected = "" } = await (response?.json() ?? {});
    byId("problem").textContent = `${title}${expected ? `. Expected: ${expected}` : ""}`;
    return false;
  }

  /** What is new, in words: a table that changes says nothing to who does not see it. */
  function tell(before: SandboxState, after: SandboxState): void {
    const states = new Map(before.executions.map(({ id, state }) => [id, state]));
    const changed = after.executions.find(({ id, state }) => states.get(id) !== state);
    const [refusal] = after.refusals;
    const isNew = refusal && JSON.stringify(refusal) !== JSON.stringify(before.refusals[0]);
    if (changed) say(`${changed.operation} ${changed.id} is ${changed.state}.`);
    else if (isNew)
      say(`${refusal.operation ?? "A request"} was refused: ${refusal.violations[0]?.mistake}.`);
  }

  function say(text: string): void {
    news.textContent = text;
  }

  function offerOperations({ services }: SandboxState): void {
    const names = [...new Set(services.flatMap(({ operations }) => operations))];
    byId("operations").append(...names.map((value) => element("option", { value })));
    byId("service").append(...services.map(({ name }) => element("option", { value: name }, name)));
  }

  function ruleFrom(data: FormData): Record<string, unknown> {
    const texts = [...data].filter(([, value]) => value !== "");
    return Object.fromEntries(
      texts.map(([name, value]) => {
        if (name === "throttled") return [name, true];
        return [name, ["status", "delay", "times"].includes(name) ? Number(value) : value];
      }),
    );
  }

  function onSubmit(id: string, run: (data: FormData) => Promise<boolean>): void {
    const form = byId<HTMLFormElement>(id);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await run(new FormData(form))) form.reset();
    });
  }

  function onClick(id: string, run: () => Promise<boolean>): void {
    byId(id).addEventListener("click", run);
  }
}
