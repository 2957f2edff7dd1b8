// Folders of WFDB records with annotations of beats and waves: the development sets of ../shared/train as far as
// they are there, and small ones that the project makes itself.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { root } from './fixtures.ts';

export const trainingSets = join(root, '..', 'shared', 'train');

export interface Annotation {
  sample: number;
  symbol: string;
  aux?: string;
  number?: number;
}

const codes = " NLRaVFJASEj/Q~ | sT*D\"=pB^t+u?![]en@xf()r";

/** An annotation file in the MIT format. */
export function annotationFile(annotations: Annotation[]): Uint8Array {
  const bytes: number[] = [];
  const word = (value: number) => bytes.push(value & 0xff, (value >> 8) & 0xff);
  let last = 0;
  let lastNumber = 0;
  for (const { sample, symbol, aux = '', number = 0 } of annotations) {
    let interval = sample - last;
    if (interval < 0 || interval > 1023) {
      word(59 << 10);
      word(interval >> 16);
      word(interval);
      interval = 0;
    }
    word((codes.indexOf(symbol) << 10) | interval);
    if (number !== lastNumber) word((60 << 10) | number);
    if (aux !== '') {
      word((63 << 10) | aux.length);
      bytes.push(...Buffer.from(aux.padEnd(aux.length + (aux.length % 2), '\0'), 'latin1'));
    }
    last = sample;
    lastNumber = number;
  }
  word(0);
  return Uint8Array.from(bytes);
}

/** The members of an .npz that is stored or deflated, by name. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const members = new Map<string, Buffer>();
  let at = zip.readUInt32LE(zip.length - 6); // of the directory: an .npz has no comment at its end
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [packed, nameSize, extraSize, commentSize, local] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + packed);
    members.set(zip.toString('latin1', at + 46, at + 46 + nameSize), zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes));
    at += 46 + nameSize + extraSize + commentSize;
  }
  return members;
}

/** The values of a .npy of whole numbers or of fixed-width Unicode. */
function arrayOf(npy: Buffer): (number | string)[] {
  const start = 10 + npy.readUInt16LE(8);
  const [, kind, width] = /'descr': '<([iU])(\d+)'/.exec(npy.toString('latin1', 10, start))!;
  const size = Number(width) * (kind === 'U' ? 4 : 1);
  return Array.from({ length: (npy.length - start) / size }, (_, i) => {
    const at = start + i * size;
    if (kind === 'i') return npy.readIntLE(at, size);
    return Array.from({ length: size / 4 }, (_, k) => npy.readUInt32LE(at + 4 * k)).filter((c) => c > 0).map((c) => String.fromCodePoint(c)).join('');
  });
}

/** MIT-BIH DS1, channel 0, as records of WFDB with .atr files. */
export function mitBihSet(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const members = unzip(readFileSync(join(trainingSets, 'mitdb_ds1_ch0_360hz.npz')));
  const names = [...members.keys()].filter((name) => name.endsWith('_delta_ch0.npy')).map((name) => name.slice(0, -14));
  for (const name of names) {
    const array = (what: string) => arrayOf(members.get(`${name}_${what}.npy`)!);
    const samples = Int16Array.from(array('delta_ch0') as number[]);
    for (let i = 1; i < samples.length; i++) samples[i]! += samples[i - 1]!;
    const checksum = new Int16Array([samples.reduce((sum, x) => sum + x, 0)])[0];
    const [symbols, aux] = [array('ann_symbol') as string[], array('aux') as string[]];
    writeFileSync(join(folder, `${name}.dat`), new Uint8Array(samples.buffer));
    writeFileSync(join(folder, `${name}.hea`), `${name} 1 360 ${samples.length}\n${name}.dat 16 200(1024)/mV 11 0 ${samples[0]} ${checksum} 0 ${array('lead')[0]}\n`);
    writeFileSync(join(folder, `${name}.atr`), annotationFile((array('ann_sample') as number[]).map((sample, i) => ({ sample, symbol: symbols[i]!, aux: aux[i]! }))));
  }
  return folder;
}

function unpack(archive: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xJf', join(trainingSets, archive), '-C', folder]);
}

/** The Lobachevsky University database: an annotation file for each lead. */
export function ludbSet(folder: string): string {
  unpack('ludb-1.0.1.tar.xz', folder);
  return join(folder, 'lobachevsky-university-electrocardiography-database-1.0.1', 'data');
}

/** The QT database: .q1c files. */
export function qtSet(folder: string): string {
  unpack('qtdb-1.0.0.tar.xz', folder);
  return join(folder, 'qt-database-1.0.0');
}

export const haveTrainingSets = existsSync(join(trainingSets, 'README.md'));
