import { byId } from './dom.js';
import { filesOf } from './folder.js';

export interface Intake {
  /** Files dropped on the page or picked as an ECG. */
  onFiles(files: File[]): void;
  /** A file picked as the model, whatever it is called. */
  onModel(file: File): void;
  /** What was dropped could not be listed. */
  onError(error: unknown): void;
}

/** The whole page takes drops; two buttons open the file pickers. */
export function listenForFiles({ onFiles, onModel, onError }: Intake): void {
  picker('open-ecg', 'file-input', onFiles);
  picker('open-model', 'model-input', (files) => onModel(files[0]!));

  const drag = (over: boolean) => document.body.toggleAttribute('data-drag', over);
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

  window.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drag(true);
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) drag(false);
  });
  window.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drag(false);
    // Both must be asked for before the event is over.
    const entries = [...event.dataTransfer!.items].map((item) => item.webkitGetAsEntry?.() ?? null);
    const files = [...event.dataTransfer!.files];
    void filesOf(entries, files).then((all) => {
      if (all.length > 0) onFiles(all);
    }, onError);
  });
}

function picker(buttonId: string, inputId: string, onPicked: (files: File[]) => void): void {
  const input = byId<HTMLInputElement>(inputId);
  byId(buttonId).addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    // The same file may be picked again.
    input.value = '';
    if (files.length > 0) onPicked(files);
  });
}
