import { Founder } from 'ecgfounder-web';
import { describe, type Progress } from './activity.js';
import { byId } from './dom.js';
import { type DeviceWish, ModelPanel } from './model-panel.js';
import { Task } from './task.js';

export interface ModelSlotEvents {
  onProgress: (status: string, progress: Progress) => void;
  /** Another model, or the same on another device, or none any more. */
  onChange: () => void;
  onError: (error: unknown) => void;
}

/** What is loaded: the bundled models, or a file of the user's. */
type Source = 'bundled' | File;

/** The model of the page: the bundled ones until another is given. The one before stays until a new one has loaded. */
export class ModelSlot {
  founder: Founder | undefined;
  private source: Source = 'bundled';
  private readonly task = new Task();
  private readonly panel = new ModelPanel({
    onReplace: () => byId('open-model').click(),
    onUnload: () => void this.load('bundled'),
  });
  private readonly wish = byId<HTMLSelectElement>('device-select');

  constructor(private readonly events: ModelSlotEvents) {
    this.wish.addEventListener('change', () => void this.load(this.source));
  }

  get loading(): boolean {
    return this.task.running;
  }

  cancel(): void {
    this.task.cancel();
  }

  async load(source: Source): Promise<void> {
    this.panel.showLoading(source === 'bundled' ? 'the bundled models' : source.name);
    const loading = this.task.run((signal) => Founder.load({
      model: source,
      device: this.wish.value as DeviceWish,
      signal,
      onProgress: (event) => {
        if (signal.aborted) return;
        const { status, progress } = describe(event);
        this.events.onProgress(status, progress);
      },
    }));
    this.events.onProgress('', { fraction: null, text: '' });
    const outcome = await loading;
    if (outcome.kind === 'superseded') return;
    if (outcome.kind === 'done') {
      void this.founder?.dispose();
      this.founder = outcome.value;
      this.source = source;
    }
    if (this.founder) await this.panel.showLoaded(this.founder, this.source === 'bundled');
    else this.panel.showNone();
    if (outcome.kind === 'failed') this.events.onError(outcome.error);
    else if (outcome.kind === 'done') this.events.onChange();
    else this.events.onProgress('', { fraction: null, text: '' });
  }
}
