import type { ProgressEvent } from 'ecgfounder-web';
import { byId } from './dom.js';
import { bytesOf } from './format.js';

export interface Progress {
  /** 0..1, or null where the end is not known. */
  fraction: number | null;
  text: string;
}

/** The line under the title: what is going on, how far it is, and the way to stop it. */
export class Activity {
  private readonly status = byId('status');
  private readonly bar = byId<HTMLProgressElement>('progress');
  private readonly text = byId('progress-text');
  private readonly cancel = byId<HTMLButtonElement>('cancel');

  constructor(onCancel: () => void) {
    this.cancel.addEventListener('click', onCancel);
  }

  /** @param progress absent where nothing is running */
  show(status: string, progress?: Progress): void {
    // Only a change is announced; the numbers beside it are not.
    if (this.status.textContent !== status) this.status.textContent = status;
    this.bar.hidden = this.cancel.hidden = progress === undefined;
    this.text.textContent = progress?.text ?? '';
    if (progress?.fraction != null) this.bar.value = progress.fraction;
    else this.bar.removeAttribute('value');
  }
}

const phases: Record<string, string> = {
  model: 'Reading the model',
  convert: 'Reading and converting the weights',
  runtime: 'Starting ONNX Runtime',
  session: 'Opening the model',
  'self-test': 'Comparing the GPU with WASM',
  analyze: 'Analyzing',
};

export function describe({ what, loaded, total, status }: ProgressEvent): { status: string; progress: Progress } {
  const known = total > 0 && status !== 'initiate';
  const percent = known ? `${Math.floor((100 * loaded) / total)}%` : '';
  const amount =
    what === 'analyze' && total > 1 ? `window ${Math.min(loaded + 1, total)} of ${total}`
    : what === 'convert' || what === 'model' ? (total > 1 ? `${bytesOf(loaded, total)}, ${percent || '0%'}` : '')
    : '';
  return {
    status: phases[what] ?? 'Working',
    progress: { fraction: known && what !== 'session' && what !== 'self-test' ? loaded / total : null, text: amount },
  };
}
