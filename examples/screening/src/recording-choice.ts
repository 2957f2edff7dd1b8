import type { Recording } from 'ecgfounder-web';
import { byId, el } from './dom.js';

/** Which of several recordings is shown; there only where the files hold more than one. */
export class RecordingChoice {
  private readonly select = byId<HTMLSelectElement>('recording-select');
  private readonly label = byId('recording-label');

  constructor(onChange: (number: number) => void) {
    this.select.addEventListener('change', () => onChange(Number(this.select.value)));
  }

  show({ offered = [], number = 1 }: Recording): void {
    this.select.hidden = this.label.hidden = offered.length < 2;
    this.select.replaceChildren(...offered.map((what, i) => el('option', { value: `${i + 1}` }, `${i + 1}: ${what}`)));
    this.select.value = `${number}`;
  }
}
