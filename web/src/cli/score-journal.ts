import { closeSync, existsSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { Core } from '../core.js';
import { EcgError } from '../errors.js';
import { readText, writeAtomically } from './files.js';

/** What the scores of a table are: of which model, prepared how. */
export interface ScoreHead {
  model: string;
  preset: string;
  aggregate: string;
  /** Further options of the preparation; empty for the usual ones. */
  options: string;
  labels: string[];
}

export interface ScoreTable extends ScoreHead {
  keys: string[];
  /** Bytes of the text before a last line that was torn off. */
  intact: number;
}

/** The score table at `path`; undefined where there is none or it is empty. */
export function readScores(core: Core, path: string): { text: string; table: ScoreTable } | undefined {
  if (!existsSync(path)) return undefined;
  const text = readText(path);
  if (text === '') return undefined;
  try {
    return { text, table: JSON.parse(core.readScoreTable(text)) as ScoreTable };
  } catch (error) {
    throw error instanceof EcgError ? new EcgError(error.code, `${path}: ${error.message}`) : error;
  }
}

/** A score table that is written as recordings are scored, so that a run that was cut off goes on. */
export class ScoreJournal {
  private constructor(
    private readonly descriptor: number,
    /** Recordings that have scores. */
    readonly done: Set<string>,
  ) {}

  /** @throws EcgError `other-scores` where the table there is of another model, preset or aggregate. */
  static open(core: Core, path: string, head: ScoreHead, restart: boolean): ScoreJournal {
    const before = readScores(core, path); // even to begin anew: only a score table is overwritten
    if (before && !restart) {
      requireSame(path, before.table, head);
      const bytes = new TextEncoder().encode(before.text);
      if (before.table.intact < bytes.length) writeAtomically(path, bytes.subarray(0, before.table.intact));
    } else {
      writeAtomically(path, core.scoreTableHead(JSON.stringify(head)));
    }
    return new ScoreJournal(openSync(path, 'a'), new Set(restart ? [] : before?.table.keys));
  }

  /** Appends a recording's line; it is on the disk when this returns. */
  append(line: string): void {
    const bytes = new TextEncoder().encode(line);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at);
    fsyncSync(this.descriptor);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

function requireSame(path: string, before: ScoreHead, now: ScoreHead): void {
  for (const what of ['model', 'preset', 'aggregate', 'options', 'labels'] as const)
    if (String(before[what]) !== String(now[what]))
      throw new EcgError('other-scores', what === 'labels'
        ? `${path} holds scores of other labels than this model's: name another file with --scores, or begin it anew with --restart.`
        : `${path} holds scores of the ${what} '${before[what]}', not '${now[what]}': name another file with --scores, or begin it anew with --restart.`);
}
