/** What the page's script builds the page with. Texts become text nodes: no text is ever read as markup. */
export interface Dom {
  byId<Type extends HTMLElement>(id: string): Type;
  /** An element with properties, ARIA and data attributes, and children. */
  element<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    properties?: Readonly<Record<string, unknown>>,
    ...children: readonly (Node | string)[]
  ): HTMLElementTagNameMap[Name];
  /** A row of cells, each labelled as its column is. */
  row(labels: readonly string[], ...cells: readonly (Node | string)[]): HTMLElement;
  /**
   * Makes the children of an element those of a list. Children that stay are the same nodes, so that whoever has the
   * focus keeps it.
   */
  synchronise<Item>(parent: Element, items: readonly Item[], view: View<Item>): void;
}

/** How an item of a list is shown. */
export interface View<Item> {
  readonly keyOf: (item: Item) => string;
  readonly create: (item: Item) => HTMLElement;
  /** Writes into what is there already what can change under one key. */
  readonly update?: (shown: HTMLElement, item: Item) => void;
}

/** Sent as text: it may use nothing from outside of itself. */
export function createDom(): Dom {
  const known = new WeakMap<Element, Map<string, HTMLElement>>();
  return { byId, element, row, synchronise };

  function byId<Type extends HTMLElement>(id: string): Type {
    return document.getElementById(id) as Type;
  }

  function element<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    properties: Readonly<Record<string, unknown>> = {},
    ...children: readonly (Node | string)[]
  ): HTMLElementTagNameMap[Name] {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (/^(aria|data)-|^(role|for|scope)$/.test(key)) made.setAttribute(key, String(value));
      else Object.assign(made, { [key]: value });
    }
    made.append(...children);
    return made;
  }

  function row(labels: readonly string[], ...cells: readonly (Node | string)[]): HTMLElement {
    // The roles are told, since a narrow page lays the cells out as blocks, which would take the roles away.
    const made = cells.map((cell, index) =>
      element("td", { role: "cell", "data-label": labels[index] ?? "" }, cell),
    );
    return element("tr", { role: "row" }, ...made);
  }

  function synchronise<Item>(parent: Element, items: readonly Item[], view: View<Item>): void {
    const before = known.get(parent) ?? new Map<string, HTMLElement>();
    const wanted = new Map(items.map((item) => [view.keyOf(item), item]));
    for (const [key, shown] of before) if (!wanted.has(key)) shown.remove();
    const after = new Map<string, HTMLElement>();
    let place: Node | null = parent.firstChild;
    for (const [key, item] of wanted) {
      const shown = before.get(key) ?? view.create(item);
      view.update?.(shown, item);
      if (shown === place) place = place.nextSibling;
      else parent.insertBefore(shown, place);
      after.set(key, shown);
    }
    known.set(parent, after);
  }
}
