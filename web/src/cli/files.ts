import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Core } from '../core.js';
import type { NamedBytes } from '../core-types.js';
import type { Patient, Recording } from '../types.js';
import { EcgError } from '../errors.js';
import { toReadOptions, type Values } from './usage.js';

function read(path: string): NamedBytes {
  try {
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  } catch (cause) {
    throw new EcgError('file-missing', `${path} cannot be read (${(cause as NodeJS.ErrnoException).code}): check the path.`, { cause });
  }
}

export function readText(path: string): string {
  return new TextDecoder().decode(read(path).bytes);
}

/** A file, and those beside it that its reader asks for; a WFDB record may be named without `.hea`. */
function gather(core: Core, path: string): NamedBytes[] {
  const files = [read(!existsSync(path) && existsSync(`${path}.hea`) ? `${path}.hea` : path)];
  for (let wanted = core.missingFiles(files); wanted.length > 0; wanted = core.missingFiles(files)) {
    const found = wanted.map((name) => join(dirname(path), name)).filter((name) => existsSync(name));
    if (found.length === 0) break;
    files.push(...found.map(read));
  }
  return files;
}

export function readRecordingFile(
  core: Core,
  path: string,
  values: Values,
): { recording: Recording; patient: Patient } {
  return core.readRecording(gather(core, path), toReadOptions(values));
}

export function writeOutput(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (cause) {
    throw new EcgError('write-failed', `${path} cannot be written (${(cause as NodeJS.ErrnoException).code}): choose another place.`, { cause });
  }
}

export function print(values: Values, json: unknown, lines: string[]): void {
  process.stdout.write(values['json'] ? `${JSON.stringify(json)}\n` : `${lines.join('\n')}\n`);
}
