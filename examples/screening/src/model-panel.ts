import { type Founder, labels, type ModelInfo } from 'ecgfounder-web';
import { button, byId, definitions, el } from './dom.js';
import { modelCardView } from './model-card.js';

export type DeviceWish = 'auto' | 'webgpu' | 'wasm';

/** What the models are, what they are worth and where they run. */
export class ModelPanel {
  private readonly place = byId('model');

  constructor(private readonly actions: { onReplace: () => void; onUnload: () => void }) {}

  showNone(): void {
    this.place.replaceChildren(
      el('p', { class: 'muted' }, 'Not loaded. ', ...official()),
      this.buttons(['Load the bundled models', this.actions.onUnload]));
  }

  showLoading(what: string): void {
    this.place.replaceChildren(el('p', { class: 'muted' }, `Loading ${what}.`));
  }

  async showLoaded(founder: Founder, bundled: boolean): Promise<void> {
    const known = new Map((await labels()).map(({ label, displayName }) => [label, displayName]));
    const displayName = (label: string) => known.get(label) ?? label;
    const { device, reason } = founder.device;
    this.place.replaceChildren(
      ...(bundled ? [el('p', {}, 'Small models that come with this page, for a few labels. ', ...official())] : []),
      ...founder.models.flatMap(({ model, card }) => [
        facts(model),
        ...(card ? [modelCardView(card, displayName)] : []),
      ]),
      definitions([['Runs on', el('span', { id: 'device', 'data-testid': 'device', 'data-device': device },
        el('strong', {}, device === 'webgpu' ? 'WebGPU.' : 'WASM.'), ` ${reason}`)]]),
      bundled ? this.buttons(['Load ECGFounder’s weights', this.actions.onReplace])
        : this.buttons(['Replace', this.actions.onReplace], ['Back to the bundled models', this.actions.onUnload, 'unload']));
  }

  private buttons(...list: [text: string, action: () => void, id?: string][]): HTMLElement {
    return el('div', { class: 'form-actions' },
      ...list.map(([text, action, id]) => button(text, action, { class: 'small', ...(id && { id }) })));
  }
}

function facts(model: ModelInfo): HTMLElement {
  return definitions([
    ['Name', model.name],
    ['Leads', model.leads.length === 1 ? '1' : String(model.leads.length)],
    ['Labels', String(model.labels.length)],
    ['Weights', model.weightType],
    ['SHA-256', model.sha256 ? shortHash(model.sha256) : 'not available: this page is not in a secure context'],
  ]);
}

/** How to get all 150 labels. */
function official(): (Node | string)[] {
  return ['For ECGFounder’s 150 labels, drop its official weights: ', el('code', {}, '12_lead_ECGFounder.pth'), ' or ',
    el('code', {}, '1_lead_ECGFounder.pth'), ' (370\u00a0MB) from Hugging Face, ', el('code', {}, 'PKUDigitalHealth/ECGFounder'),
    ' (MIT\u00a0licence). They are read and converted in this page; nothing is uploaded.'];
}

/** Short, and in full when opened. */
function shortHash(sha256: string): HTMLElement {
  return el('details', { class: 'hash' },
    el('summary', {}, el('code', {}, `${sha256.slice(0, 12)}…`)),
    el('code', {}, sha256),
    el('p', { class: 'muted small-print' }, 'Of the ONNX model that runs here.'));
}
