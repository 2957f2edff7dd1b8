import { byId } from './dom.js';

export interface Intake {
  /** Files dropped on the page or picked as an ECG. */
  onFiles(files: File[]): void;
  /** A file picked as the model, whatever it is called. */
  onModel(file: File): void;
  onFolder(): void;
}

/** The whole page takes drops; two buttons open the file pickers. */
export function listenForFiles({ onFiles, onModel, onFolder }: Intake): void {
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
    const items = [...event.dataTransfer!.items];
    if (items.some((item) => item.webkitGetAsEntry?.()?.isDirectory)) return onFolder();
    const files = [...event.dataTransfer!.files];
    if (files.length > 0) onFiles(files);
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
