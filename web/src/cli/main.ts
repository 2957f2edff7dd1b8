#!/usr/bin/env node
import { errorCode } from '../errors.js';
import { analyze } from './analyze.js';
import { calibrate } from './calibrate.js';
import { convert } from './convert.js';
import { evaluate } from './evaluate.js';
import { evaluateBeats } from './evaluate-beats.js';
import { exportRecording } from './export.js';
import { info } from './info.js';
import { measure } from './measure.js';
import { preprocess } from './preprocess.js';
import { UsageError } from './usage.js';

const commands: Record<string, (args: string[]) => Promise<void>> = {
  info,
  export: exportRecording,
  preprocess,
  convert,
  analyze,
  measure,
  evaluate,
  'evaluate-beats': evaluateBeats,
  calibrate,
};

const usage = `ecgfounder: ECGs and ECGFounder on the command line. Research software, not a medical device.

  ecgfounder info FILE [--identity] [--interpretation]
                                                     format, sampling rate, duration, leads, diagnostics
  ecgfounder export FILE --out X.csv|X.npy           decoded samples in mV (npy: float32 [leads, samples])
  ecgfounder preprocess FILE --out X.npy             model input, float32 [windows, leads, 5000]
  ecgfounder preprocess FILE... --out-dir DIR        the same for many recordings, one .npy each
  ecgfounder convert CKPT --out M.onnx               official .pth or safetensors -> ONNX
  ecgfounder analyze FILE... [--model M.onnx]        quality, measurements, scores of every window, and findings
  ecgfounder measure FILE                            quality, beats, intervals, axes and amplitudes; no model
  ecgfounder evaluate --labels L.csv --recordings DIR --model M.onnx --out R.json
                                                     AUROC and the rest of every label, with 95 % intervals
  ecgfounder calibrate --labels L.csv --recordings DIR --model M.onnx --out C.json
                                                     probabilities and operating points for your recordings
  ecgfounder evaluate-beats --recordings DIR         beats and waves against the annotation files of WFDB records

  --json                    one JSON document on standard output
  --preset P                founder (default), ptbxl-eval or paper
  --model-leads 12|1        what preprocess prepares for; by default 1 for a single-lead recording
  --lead NAME               for a 1-lead model: which lead
  --stride SECONDS          from one 10 s window to the next (default 10)
  --mains 50|60             notch of the paper preset
  --dtype fp32|fp16         how convert stores the weights
  --labels NAMES.txt        convert: one label a line, for a network whose outputs are not ECGFounder's 150
  --calibration C.json      analyze: probabilities and operating points of a site, from calibrate
  --evidence R.json         analyze: how well this model's labels were measured, from evaluate
  --engine net1d|ort        analyze: our own engine (default), or ONNX Runtime Web as a check
  --all                     analyze: also labels that a single ECG cannot support
  --interpret-unusable      analyze: also score a recording that is not fit to interpret; preprocess, evaluate and
                            calibrate take every recording, whatever its quality
  --rate HZ --units-per-mv N --leads I,II,...    what a file does not say
  --recording N             of several recordings in one file the one to take (default 1)

evaluate and calibrate (L.csv: a column recording, then a column a label with 1, 0 or nothing; or PTB-XL's):
  --scores S.csv            where scores are kept and taken up again (default: beside --out); a table that
                            covers all recordings needs no --model and no --recordings
  --restart                 score all recordings anew
  --aggregate max|mean      windows -> recording: the highest logit (default), or that of the mean score
  --criterion youden|f1     how operating points are fitted, or --target-sensitivity 0.9
  --operating-points C.json evaluate: the points of a calibration, and its probabilities
  --fit-on L2.csv           evaluate: points fitted on these other recordings
  --bootstrap N --seed N    evaluate: replicates for the intervals (default 1000, seed 1)
  --unlabelled --from C.json   calibrate: adapt C.json to the prevalences of recordings without labels

evaluate-beats (DIR: NAME.hea with its signal and annotation files):
  --annotations EXT         NAME.EXT (default atr; q1c for the QT database), or leads: NAME.i, NAME.avr, ... as in LUDB
  --window MS               how far a detection may be from its annotation (default 150, as in ANSI/AAMI EC57)
  --skip SECONDS            at the start, where no beat counts (default 0; EC57 lets 300 s pass)

Exit code: 0 done, 1 the input is at fault, 2 wrong usage.
`;

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    (name === undefined ? process.stderr : process.stdout).write(usage);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!command) throw new UsageError(`there is no command '${name}'`);
    await command(args);
    return 0;
  } catch (error) {
    if (isUsage(error)) {
      process.stderr.write(`ecgfounder: ${(error as Error).message}. See ecgfounder --help.\n`);
      return 2;
    }
    const text = errorCode(error) === 'internal' ? (error as Error).stack : (error as Error).message;
    process.stderr.write(`ecgfounder: ${text}\n`);
    return 1;
  }
}

function isUsage(error: unknown): boolean {
  return error instanceof UsageError || errorCode(error).startsWith('ERR_PARSE_ARGS');
}

process.exitCode = await main(process.argv.slice(2));
