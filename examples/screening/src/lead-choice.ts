import type { Founder, Recording } from 'ecgfounder-web';
import { byId, el } from './dom.js';

/** Which lead a 1-lead model scores; there only where there is such a model and a choice. */
export class LeadChoice {
  private readonly select = byId<HTMLSelectElement>('lead-select');
  private readonly label = byId('lead-label');
  private severalLeads = false;

  constructor(onChange: () => void) {
    this.select.addEventListener('change', onChange);
  }

  /** The lead asked for; undefined leaves it to the package. */
  get lead(): string | undefined {
    return this.select.value || undefined;
  }

  /** A new recording has other leads: the choice begins anew. */
  reset(recording: Recording): void {
    const names = recording.leads.filter(({ unit }) => unit === 'mV').map(({ name }) => name);
    this.severalLeads = names.length > 1;
    this.select.replaceChildren(
      el('option', { value: '' }, 'Automatic'),
      ...names.map((name) => el('option', { value: name }, `Lead ${name} alone`)),
    );
  }

  update(founder: Founder | undefined): void {
    this.select.hidden = this.label.hidden = !founder?.models.some(({ model }) => model.leads.length === 1) || !this.severalLeads;
  }
}
