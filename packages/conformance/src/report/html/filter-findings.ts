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
    const asked = readForm();
    const visible = groups.reduce((sum, one) => sum + show(one, asked), 0);
    for (const section of document.querySelectorAll<HTMLElement>(".findings")) {
      section.hidden = !section.querySelector("tbody:not([hidden])");
    }
    (shown as HTMLElement).textContent = `${visible} of ${total} findings shown`;
    if (empty) empty.hidden = visible > 0;
  }

  function readForm() {
    const given = new FormData(form as HTMLFormElement);
    const field = (name: string) => String(given.get(name) ?? "");
    return {
      words: field("text").toLowerCase().split(/\s+/).filter(Boolean),
      verdicts: new Set(given.getAll("verdict")),
      // A field that is left empty asks for anything.
      isAny: (name: string, value: string) => field(name) === "" || field(name) === value,
    };
  }

  /** Shows of a case what is asked for, and says how much that is. */
  function show(
    { group, provider, operation, text, rows }: (typeof groups)[number],
    { words, verdicts, isAny }: ReturnType<typeof readForm>,
  ): number {
    const isAsked = isAny("provider", provider) && isAny("operation", operation);
    for (const { row, verdict, check, text: own } of rows) {
      const isShown = isAsked && verdicts.has(verdict) && isAny("check", check);
      row.hidden = !(isShown && words.every((word) => text.includes(word) || own.includes(word)));
    }
    const visible = rows.filter(({ row }) => !row.hidden).length;
    group.hidden = visible === 0;
    return visible;
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
