import type { ExecutionState, RefusalState, SandboxState, ServiceState } from "../control/describe-state.ts";
import type { GivenRule } from "../control/rules.ts";
import type { Dom, View } from "./dom.ts";

/** Sends a request to the control endpoint; whether it was done. */
export type Act = (method: string, path: string, body?: unknown) => Promise<boolean>;

/** Sent as text: it may use nothing from outside of itself. */
export function createViews(
  { byId, element, row, synchronise }: Dom,
  act: Act,
): (state: SandboxState) => void {
  const ACTIONS = [
    ["succeeded", "Succeed"],
    ["failed", "Fail"],
    ["canceled", "Cancel"],
    ["waiting", "Wait"],
    ["expired", "Expire"],
  ] as const;
  const FINAL = ["succeeded", "failed", "canceled", "expired"];
  return ({ clock, services, executions, refusals, rules }) => {
    byId("now").textContent = clock.now;
    byId("ahead").textContent = clock.ahead > 0 ? `, ${seconds(clock.ahead)} ahead of this machine` : "";
    synchronise(byId("services"), services, { keyOf: ({ name }) => name, create: serviceCard });
    const keyOf = ({ service, id }: ExecutionState) => `${service} ${id}`;
    list("executions", executions, { keyOf, create: executionRow, update: updateExecution });
    list("refusals", refusals, { keyOf: JSON.stringify, create: refusalRow });
    list("rules", rules, { keyOf: JSON.stringify, create: ruleRow });
  };

  function list<Item>(id: string, items: readonly Item[], view: View<Item>): void {
    byId(`${id}-none`).hidden = items.length > 0;
    byId(`${id}-table`).hidden = items.length === 0;
    synchronise(byId(id), items, view);
  }

  function serviceCard({ name, version, baseUrl, credentials, try: lines }: ServiceState): HTMLElement {
    const known = credentials.map(({ scheme, with: what }) =>
      element("li", {}, element("b", {}, scheme), ` ${what}`),
    );
    return element(
      "article",
      {},
      element("h3", {}, name, " ", element("small", {}, version)),
      element("p", {}, element("code", {}, baseUrl)),
      element("ul", { "aria-label": `Credentials of ${name}` }, ...known),
      element(
        "details",
        {},
        element("summary", {}, "Try it with curl"),
        ...lines.map(({ does, curl }) => tryLine(does, curl)),
      ),
    );
  }

  function tryLine(does: string, curl: string): Node {
    const copy = element("button", { type: "button", "aria-label": `Copy: ${does}` }, "Copy");
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(curl);
      byId("news").textContent = "Copied.";
    });
    return element(
      "figure",
      {},
      element("figcaption", {}, `${does} `, copy),
      element("pre", { tabIndex: 0 }, curl),
    );
  }

  function executionRow({ service, id, operation, startedAt }: ExecutionState): HTMLElement {
    const buttons = ACTIONS.map(([ending, word]) => {
      const properties = { type: "button", "data-ending": ending, "aria-label": `${word} ${id}` };
      const button = element("button", properties, word);
      button.addEventListener("click", () =>
        act("POST", `/executions/${encodeURIComponent(id)}`, { ending }),
      );
      return button;
    });
    return row(
      ["Execution", "Service", "Started by", "At", "State", "Progress", "Let it"],
      element("code", {}, id),
      service,
      operation,
      startedAt.slice(11, 19),
      element("b"),
      element("span"),
      element("div", { role: "group", "aria-label": `Steer ${id}`, className: "buttons" }, ...buttons),
    );
  }

  function updateExecution(shown: HTMLElement, { state, progress }: ExecutionState): void {
    const [name, percent] = shown.querySelectorAll<HTMLElement>("b, span");
    if (name && name.textContent !== state)
      Object.assign(name, { textContent: state, className: `state ${state}` });
    if (percent) percent.textContent = `${progress} %`;
    for (const button of shown.querySelectorAll("button")) {
      button.disabled = state === "expired" || (FINAL.includes(state) && button.dataset.ending !== "expired");
    }
  }

  function refusalRow({
    at,
    service,
    operation = "no operation",
    method,
    path,
    violations,
  }: RefusalState): HTMLElement {
    const wrong = violations.map(({ mistake, at: where, expected, received }) =>
      element("li", {}, element("b", {}, mistake), ` ${where}: expected ${expected}; received ${received}`),
    );
    return row(
      ["At", "Service", "Operation", "Request", "What was wrong"],
      at.slice(11, 19),
      service,
      operation,
      element("code", {}, `${method} ${path}`),
      element("ul", {}, ...wrong),
    );
  }

  function ruleRow({ id, service, operation, times, ...preference }: GivenRule): HTMLElement {
    const remove = element("button", { type: "button", "aria-label": `Remove rule ${id}` }, "Remove");
    remove.addEventListener("click", () => act("DELETE", `/rules/${encodeURIComponent(id)}`));
    const what = Object.entries(preference).map(([name, value]) => `${name} ${value}`);
    return row(
      ["For", "What happens", "How often", ""],
      `${operation ?? "any operation"}${service === undefined ? "" : ` of ${service}`}`,
      what.join(", "),
      times === undefined ? "always" : `${times} more`,
      remove,
    );
  }

  function seconds(milliseconds: number): string {
    const whole = Math.round(milliseconds / 1000);
    return whole < 3600
      ? `${whole} s`
      : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
  }
}
