export interface Sorted {
  models: File[];
  recordings: File[];
}

const modelName = /\.(pth|pt|ckpt|onnx|safetensors)$/i;
/** Larger than this, a ZIP of any name is a checkpoint (the official ones are 370 MB). */
const largeArchive = 50e6;

/** Tells models from recordings, by name, or by size and first bytes where the name was changed. */
export async function sortFiles(files: File[]): Promise<Sorted> {
  const sorted: Sorted = { models: [], recordings: [] };
  for (const file of files) ((await isModel(file)) ? sorted.models : sorted.recordings).push(file);
  return sorted;
}

async function isModel(file: File): Promise<boolean> {
  if (modelName.test(file.name)) return true;
  if (file.size < largeArchive) return false;
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}
