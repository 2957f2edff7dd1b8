import { EcgError } from 'ecgfounder-web';

/** More files than a person means by one folder of ECGs. */
const mostFiles = 5000;

/** The files of a drop, those in folders among them; each is named by its way from the folder. */
export async function filesOf(entries: (FileSystemEntry | null)[], files: File[]): Promise<File[]> {
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  const found: File[] = [];
  for (const entry of entries) if (entry) await collect(entry, found);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function collect(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length >= mostFiles)
    throw new EcgError('too-large', `This folder holds more than ${mostFiles} files: drop a smaller one, or the files of one recording.`);
  if (entry.isFile) found.push(named(entry, await fileOf(entry as FileSystemFileEntry)));
  else if (entry.isDirectory) for (const inside of await entriesOf(entry as FileSystemDirectoryEntry)) await collect(inside, found);
}

const named = (entry: FileSystemEntry, file: File) => new File([file], entry.fullPath.replace(/^\//, ''), { type: file.type });

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A browser lists a folder in batches; an empty one is the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}
