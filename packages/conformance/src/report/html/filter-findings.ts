/**
 * What the page does when it is used. It is not called here: its text is put into the page, so that it may use
 * nothing from outside of itself.
 */
export function filterFindings(): void {
  const form = document.querySelector<HTMLFormElement>("#filters");
  const shown = document.querySelector<HTMLElement>("#shown");
  if (!form || !shown) return;
  const groups = [...document.querySelectorAll<HTMLElement>("tbody[data-operation]")].map((group) => ({
    group,
    provider: group.dataset.provider ?? "",
    operation: group.dataset.operation ?? "",
    // Of what all checks of a case share, a match shows them all.
    text: [...group.querySelectorAll(".case, .exchange")]
      .map((row) => row.textContent ?? "")
      .join(" ")
      .toLowerCase(),
    rows: [...group.querySelectorAll<HTMLElement>("tr[data-verdict]")].map((row) => ({
      row,
      verdict: row.dataset.verdict ?? "",
      check: row.querySelector("th")?.firstChild?.textContent?.trim() ?? "",
      text: (row.textContent ?? "").toLowerCase(),
    })),
  }));
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const empty = document.querySelector<HTMLElement>("#nothing");

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  // The fields have their first values again only after the event.
  form.addEventListener("reset", () => setTimeout(apply));
  window.addEventListener("hashchange", reveal);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".cell, .tally a"))
    link.addEventListener("click", reveal);
  apply();

  function apply(): void {
    const given = new FormData(form as HTMLFormElement);
    const field = (name: string) => String(given.get(name) ?? "");
    const words = field("text").toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = new Set(given.getAll("verdict"));
    let visible = 0;
    for (const { group, provider, operation, text, rows } of groups) {
      const isWanted =
        (field("provider") === "" || field("provider") === provider) &&
        (field("operation") === "" || field("operation") === operation);
      let some = 0;
      for (const one of rows) {
        const isShown =
          isWanted &&
          verdicts.has(one.verdict) &&
          (field("check") === "" || field("check") === one.check) &&
          words.every((word) => text.includes(word) || one.text.includes(word));
        one.row.hidden = !isShown;
        if (isShown) some += 1;
      }
      group.hidden = some === 0;
      visible += some;
    }
    for (const section of document.querySelectorAll<HTMLElement>(".findings")) {
      section.hidden = !section.querySelector("tbody:not([hidden])");
    }
    (shown as HTMLElement).textContent = `${visible} of ${total} findings shown`;
    if (empty) empty.hidden = visible > 0;
  }

  /** A link leads to something that can be seen. */
  function reveal(event: Event): void {
    const link = event.currentTarget instanceof HTMLAnchorElement ? event.currentTarget.hash : location.hash;
    const target = document.getElementById(link.slice(1));
    if (!target) return;
    if (target.hidden) {
      (form as HTMLFormElement).reset();
      apply();
    }
    if (target.matches("tbody")) target.focus({ preventScroll: event.type === "click" });
  }
}
