import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { InputOptions, Preset } from '../types.js';
import type { ReadOptions } from '../core-types.js';

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;
export type Values = Record<string, string | boolean | undefined>;

/** Options that every command that reads a recording takes. */
export const readingOptions = {
  json: { type: 'boolean' },
  rate: { type: 'string' },
  'units-per-mv': { type: 'string' },
  leads: { type: 'string' },
  recording: { type: 'string' },
} as const satisfies Options;

/** Options of the commands that prepare model input. */
export const inputOptions = {
  preset: { type: 'string' },
  lead: { type: 'string' },
  stride: { type: 'string' },
  mains: { type: 'string' },
} as const satisfies Options;

export function parse(args: string[], options: Options): { values: Values; files: string[] } {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError('a file is missing');
  return { values: values as Values, files: positionals };
}

/** For commands that take just one file. */
export function parseOne(args: string[], options: Options): { values: Values; file: string } {
  const { values, files } = parse(args, options);
  if (files.length > 1) throw new UsageError(`one file at a time, not ${files.length}`);
  return { values, file: files[0]! };
}

/** For commands whose files are all named by options. */
export function parseOptions(args: string[], options: Options): Values {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals.length > 0) throw new UsageError(`'${positionals[0]}' belongs to no option`);
  return values as Values;
}

export function text(values: Values, name: string): string | undefined {
  return values[name] === undefined ? undefined : required(values, name);
}

/** A whole number that is not negative. */
export function whole(values: Values, name: string): number | undefined {
  const value = number(values, name);
  if (value !== undefined && (!Number.isSafeInteger(value) || value < 0))
    throw new UsageError(`--${name} takes a whole number, not '${values[name]}'`);
  return value;
}

export function required(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing`);
  return value;
}

export function number(values: Values, name: string): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  const parsed = Number(value);
  if (typeof value !== 'string' || value.trim() === '' || !Number.isFinite(parsed))
    throw new UsageError(`--${name} takes a number, not '${value}'`);
  return parsed;
}

export function choice<T extends string>(values: Values, name: string, choices: readonly T[]): T | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (!choices.includes(value as T)) throw new UsageError(`--${name} takes ${choices.join(', ')}, not '${value}'`);
  return value as T;
}

export function toReadOptions(values: Values): ReadOptions {
  const options: ReadOptions = {};
  const rate = number(values, 'rate');
  const units = number(values, 'units-per-mv');
  const recording = whole(values, 'recording');
  if (rate !== undefined) options.samplingRate = rate;
  if (units !== undefined) options.unitsPerMillivolt = units;
  if (recording !== undefined) options.recording = recording;
  if (typeof values['leads'] === 'string') options.leads = values['leads'].split(',');
  return options;
}

export function toInputOptions(values: Values): Omit<InputOptions, 'leads'> {
  const options: Omit<InputOptions, 'leads'> = {};
  const preset = choice<Preset>(values, 'preset', ['founder', 'ptbxl-eval', 'paper']);
  const stride = number(values, 'stride');
  const mains = choice(values, 'mains', ['50', '60']);
  if (preset) options.preset = preset;
  if (stride !== undefined) options.strideSeconds = stride;
  if (mains) options.mainsHz = Number(mains) as 50 | 60;
  if (typeof values['lead'] === 'string') options.lead = values['lead'];
  return options;
}
