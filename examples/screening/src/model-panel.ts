import type { DeviceChoice, ModelInfo } from 'ecgfounder-web';
import { button, byId, definitions, el } from './dom.js';

export type DeviceWish = 'auto' | 'webgpu' | 'wasm';

/** What the model is and where it runs. */
export class ModelPanel {
  private readonly place = byId('model');

  constructor(private readonly actions: { onReplace: () => void; onDispose: () => void }) {}

  showNone(): void {
    this.place.replaceChildren(el('p', { class: 'muted' },
      'Not loaded. It takes ', el('code', {}, '12_lead_ECGFounder.pth'), ', ', el('code', {}, '1_lead_ECGFounder.pth'),
      ', or an ONNX made from them.'));
  }

  showLoading(fileName: string): void {
    this.place.replaceChildren(el('p', { class: 'muted' }, `Loading ${fileName}.`));
  }

  showLoaded(model: ModelInfo, { device, reason }: DeviceChoice): void {
    const { onReplace, onDispose } = this.actions;
    this.place.replaceChildren(
      definitions([
        ['Name', model.name],
        ['Leads', model.leads.length === 1 ? `1 (lead ${model.leads[0]})` : String(model.leads.length)],
        ['Weights', model.weightType],
        ['SHA-256', model.sha256 ? shortHash(model.sha256) : 'not available: this page is not in a secure context'],
        ['Runs on', el('span', { id: 'device', 'data-testid': 'device', 'data-device': device },
          el('strong', {}, device === 'webgpu' ? 'WebGPU.' : 'WASM.'), ` ${reason}`)],
      ]),
      el('div', { class: 'form-actions' },
        button('Replace', onReplace, { class: 'small' }),
        button('Unload', onDispose, { class: 'small', id: 'unload' })));
  }
}

/** Short, and in full when opened. */
function shortHash(sha256: string): HTMLElement {
  return el('details', { class: 'hash' },
    el('summary', {}, el('code', {}, `${sha256.slice(0, 12)}…`)),
    el('code', {}, sha256),
    el('p', { class: 'muted small-print' }, 'Of the ONNX model that runs here, which this page made from the weights.'));
}
