import type { MarkRates, Rates } from '../core-types.js';
import type { BeatReport } from './evaluate-beats.js';

/** The comparison as a table for a terminal. */
export function beatReport(folder: string, report: BeatReport): string[] {
  const { recordings, beats, averageSensitivity, averagePpv, compared, problems } = report;
  const average = { sensitivity: averageSensitivity, ppv: averagePpv };
  return [
    `${folder}: ${recordings.length} record${recordings.length === 1 ? '' : 's'}, ${about(report)}`,
    row('QRS complexes', ['annotated', 'found', 'missed', 'extra', 'Se %', 'PPV %']),
    ...recordings.map((each) => beatRow(each.recording, each)),
    beatRow('gross', beats),
    row('average of records', ['', '', '', '', percent(average.sensitivity), percent(average.ppv)]),
    ...compared.flatMap(({ marks, points }) => [
      '',
      row(`marks of ${marks}`, ['annotated', 'Se %', 'PPV %', 'mean ms', 'SD ms', 'file SD', 'CSE 2 SD', 'wavedet']),
      ...points.map(markRow),
    ]),
    ...(compared.length > 0 ? footnotes : []),
    ...problems.map(({ code, message }) => `problem: ${message} [${code}]`),
  ];
}

const footnotes = [
  '',
  'mean, SD: detection less annotation, of all together; file SD: the mean of the annotation files\' own SD.',
  'CSE 2 SD: between cardiologists (CSE Working Party 1985). wavedet: mean and file SD on the QT database (Martínez et al. 2004).',
];

function about({ annotations, windowSeconds, skipSeconds }: BeatReport): string {
  const files = annotations === 'leads' ? 'annotations of each lead' : `annotations .${annotations}`;
  const skipped = skipSeconds > 0 ? `, without the first ${skipSeconds} s` : '';
  return `${files}, within ${windowSeconds * 1000} ms${skipped}`;
}

function beatRow(name: string, { references, detected, extra, sensitivity, ppv }: Rates): string {
  return row(name, [`${references}`, `${detected}`, `${references - detected}`, `${extra ?? '-'}`, percent(sensitivity), percent(ppv)]);
}

function markRow({ name, references, sensitivity, ppv, mean, deviation, meanDeviation, cseTwoDeviations, wavedetMean, wavedetDeviation }: MarkRates): string {
  const wavedet = wavedetDeviation === null ? '-' : `${figure(wavedetMean)} ± ${figure(wavedetDeviation)}`;
  return row(name, [
    `${references}`, percent(sensitivity), percent(ppv), figure(mean), figure(deviation), figure(meanDeviation), figure(cseTwoDeviations), wavedet,
  ]);
}

function row(name: string, cells: string[]): string {
  return `${name.padEnd(26)}${cells.map((cell, i) => cell.padStart(i < 7 ? 11 : 15)).join('')}`.trimEnd();
}

const percent = (value: number | null) => (value === null ? '-' : (100 * value).toFixed(2));
const figure = (value: number | null) => (value === null ? '-' : value.toFixed(1));
