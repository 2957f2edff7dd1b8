import { errorCode } from 'ecgfounder-web';
import { button, byId, el } from './dom.js';

/** An error as a box with one sentence; what went wrong stays readable until dismissed. */
export function alertBox(error: unknown, onDismiss?: () => void): HTMLElement {
  const code = errorCode(error);
  const message = (error as Error | null)?.message || 'Something failed, and it did not say what.';
  const box = el('div', { class: 'alert', 'data-code': code },
    el('p', {}, el('strong', {}, 'Error: '), message, ' ', el('code', { class: 'code' }, code)));
  if (onDismiss) box.append(button('Dismiss', onDismiss, { class: 'small' }));
  return box;
}

/** The page's own alert, above everything. */
export class Notice {
  private readonly place = byId('error');

  constructor(private readonly onChange: () => void) {}

  get shown(): boolean {
    return this.place.childElementCount > 0;
  }

  show(error: unknown): void {
    this.place.replaceChildren(alertBox(error, () => this.clear()));
    this.place.scrollIntoView({ block: 'nearest' });
    this.onChange();
  }

  clear(): void {
    this.place.replaceChildren();
    this.onChange();
  }
}
