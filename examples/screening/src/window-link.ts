import type { InputWindow } from 'ecgfounder-web';
import { button } from './dom.js';
import { span } from './format.js';

/** A button that moves the trace to a window; `label` says to a screen reader what is there. */
export function windowLink({ start }: InputWindow, label: (where: string) => string, onWindow: (start: number) => void): HTMLElement {
  const where = span(start, start + 10);
  return button(where, () => onWindow(start), { class: 'link where numbers', title: 'Show this window', 'aria-label': label(where) });
}
