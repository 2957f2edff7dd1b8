/** The element that index.html promises. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}`);
  return element as T;
}

type Attributes = Record<string, string>;

/** An element with attributes (`class`, `id`, `aria-*`, ...) and children; text is never parsed as HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function button(text: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', onClick);
  return element;
}

/** A list of terms and their descriptions; empty descriptions are left out. */
export function definitions(entries: [term: string, description: Node | string][]): HTMLDListElement {
  const list = el('dl');
  for (const [term, description] of entries)
    if (description !== '') list.append(el('dt', {}, term), el('dd', {}, description));
  return list;
}
