import type { ReadRecordingOptions } from 'ecgfounder-web';
import { button, byId, el } from './dom.js';

export type Details = Pick<ReadRecordingOptions, 'samplingRate' | 'unitsPerMillivolt' | 'leads' | 'recording'>;

/** Errors that the user can answer: the file does not say it, and nobody guesses. */
export function isQuestion(code: string): boolean {
  return code === 'rate-unknown' || code === 'unit-unknown';
}

const perMillivolt: Record<string, number> = { mV: 1, uV: 1000, V: 0.001 };

/** Asks for what a file does not say, then tries again. Only filled fields are passed on. */
export class DetailsForm {
  private readonly form = byId<HTMLFormElement>('details-form');
  private onAnswer: (details: Details) => void = () => undefined;

  constructor() {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.onAnswer(this.details());
    });
  }

  /** The fields keep what was typed when the same file asks again. */
  ask(fileName: string, again: boolean, onAnswer: (details: Details) => void): void {
    this.onAnswer = onAnswer;
    if (!again || this.form.hidden) this.fill(fileName);
    this.form.hidden = false;
    const empty = [...this.form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].find((field) => !field.value);
    empty?.focus();
  }

  close(): void {
    this.form.hidden = true;
  }

  private fill(fileName: string): void {
    const rate = el('input', { id: 'form-rate', name: 'rate', type: 'number', min: '1', max: '100000', step: 'any', inputmode: 'decimal', placeholder: 'e.g. 500' });
    const unit = el('select', { id: 'form-unit', name: 'unit' },
      el('option', { value: '' }, 'as the file says'), el('option', { value: 'mV' }, 'mV'), el('option', { value: 'uV' }, 'µV'),
      el('option', { value: 'V' }, 'V'), el('option', { value: 'other' }, 'other'));
    const other = el('input', { id: 'form-per-millivolt', name: 'other', type: 'number', min: '0', step: 'any', inputmode: 'decimal', placeholder: 'e.g. 200' });
    const otherField = field('Units in 1 mV', other, 'A column value of 1 mV');
    otherField.hidden = true;
    unit.addEventListener('change', () => {
      otherField.hidden = unit.value !== 'other';
      other.required = unit.value === 'other';
    });
    const leads = el('input', { id: 'form-leads', name: 'leads', type: 'text', autocomplete: 'off', placeholder: 'e.g. I, II, V1' });
    this.form.replaceChildren(
      el('h2', {}, 'What the file does not say'),
      el('p', { class: 'muted' }, `${fileName} leaves something open that must not be guessed. Leave empty what the file itself says.`),
      el('div', { class: 'fields' },
        field('Sampling rate (Hz)', rate),
        field('Unit', unit),
        otherField,
        field('Lead names, in column order', leads)),
      el('div', { class: 'form-actions' },
        el('button', { type: 'submit', class: 'primary' }, 'Read it'),
        button('Leave it', () => this.close())),
    );
  }

  private details(): Details {
    const values = new FormData(this.form);
    const text = (name: string) => String(values.get(name) ?? '').trim();
    const unit = text('unit');
    const units = unit === 'other' ? Number(text('other')) : perMillivolt[unit];
    const leads = text('leads').split(/[\s,;]+/).filter(Boolean);
    return {
      ...(text('rate') && { samplingRate: Number(text('rate')) }),
      ...(units && { unitsPerMillivolt: units }),
      ...(leads.length > 0 && { leads }),
    };
  }
}

function field(label: string, input: HTMLElement, hint = ''): HTMLElement {
  const box = el('div', { class: 'field' }, el('label', { for: input.id }, label), input);
  if (hint) input.title = hint;
  return box;
}
