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

/** The one model of the page. The one before stays until a new one has loaded. */
export class ModelSlot {
  founder: Founder | undefined;
  private file: File | undefined;
  private readonly task = new Task();
  private readonly panel = new ModelPanel({
    onReplace: () => byId('open-model').click(),
    onDispose: () => this.unload(),
  });
  private readonly wish = byId<HTMLSelectElement>('device-select');

  constructor(private readonly events: ModelSlotEvents) {
    this.panel.showNone();
    this.wish.addEventListener('change', () => {
      if (this.file) void this.load(this.file);
    });
  }

  get loading(): boolean {
    return this.task.running;
  }

  cancel(): void {
    this.task.cancel();
  }

  async load(file: File): Promise<void> {
    this.panel.showLoading(file.name);
    const loading = this.task.run((signal) => Founder.load({
      model: file,
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
      this.file = file;
    }
    this.showCurrent();
    if (outcome.kind === 'failed') this.events.onError(outcome.error);
    else if (outcome.kind === 'done') this.events.onChange();
    else this.events.onProgress('', { fraction: null, text: '' });
  }

  private unload(): void {
    this.task.cancel();
    void this.founder?.dispose();
    this.founder = this.file = undefined;
    this.showCurrent();
    this.events.onChange();
  }

  private showCurrent(): void {
    if (this.founder) this.panel.showLoaded(this.founder.model, this.founder.device);
    else this.panel.showNone();
  }
}
