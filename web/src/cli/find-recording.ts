import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { EcgError } from '../errors.js';

/** Where a recording without extension is found, in this order. */
const readable = [
  '.hea', '.edf', '.bdf', '.dcm', '.scp', '.xml', '.ecg', '.mwf', '.atc', '.npy', '.npz', '.mat', '.csv', '.tsv', '.txt', '.json',
];

/** The recordings under a folder, by their path in it without extension. @throws EcgError `file-missing` */
export function recordingsUnder(folder: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (cause) {
    throw new EcgError('file-missing', `${folder} cannot be listed (${(cause as NodeJS.ErrnoException).code}): give the folder of the recordings.`, { cause });
  }
  const named = entries
    .filter((entry) => readable.includes(extname(entry).toLowerCase()))
    .map((entry) => entry.slice(0, -extname(entry).length).replaceAll('\\', '/'));
  return [...new Set(named)].sort();
}

export interface Found {
  path: string;
  /** The other files that it might have been. */
  others: string[];
}

/** Finds recordings of a table under a folder: a name as it is, or with an extension that can be read. */
export class RecordingFinder {
  private readonly entries = new Map<string, string[]>();

  constructor(private readonly folder: string) {}

  /** By the first of its names that is there; WFDB's header before other files of the name. */
  find(names: string[]): Found | undefined {
    for (const name of names) {
      const path = this.inside(name);
      if (path === undefined) continue;
      if (statSync(path, { throwIfNoEntry: false })?.isFile()) return { path, others: [] };
      const [first, ...others] = this.withExtension(path);
      if (first !== undefined) return { path: first, others: first.toLowerCase().endsWith('.hea') ? [] : others };
    }
    return undefined;
  }

  private inside(name: string): string | undefined {
    const path = resolve(this.folder, name.replaceAll('\\', '/'));
    const way = relative(this.folder, path);
    return way === '' || way.startsWith('..') || resolve(way) === way ? undefined : path;
  }

  private withExtension(path: string): string[] {
    const rank = (entry: string) => readable.indexOf(extname(entry).toLowerCase());
    return this.list(dirname(path))
      .filter((entry) => basename(entry, extname(entry)) === basename(path) && rank(entry) >= 0)
      .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map((entry) => join(dirname(path), entry));
  }

  private list(folder: string): string[] {
    let entries = this.entries.get(folder);
    if (!entries) {
      try {
        entries = readdirSync(folder);
      } catch {
        entries = [];
      }
      this.entries.set(folder, entries);
    }
    return entries;
  }
}
