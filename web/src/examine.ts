import type { Core } from './core.js';
import type { BeatTimes } from './core-types.js';
import type { Beat, Examination, Intervals, MeasurementDetails, Measurements, Quality } from './examination.js';
import type { Recording } from './types.js';

/** Quality, beats and measurements, by the C++ library. */
export function examine(core: Core, recording: Recording): Examination {
  const { quality, measurements, beats, pacingSpikes, medianBeat } = core.examine(recording);
  return {
    quality,
    measurements: valuesOf(measurements),
    measurementDetails: measurements,
    beats: beatsOf(beats),
    pacingSpikes: Array.from(pacingSpikes),
    medianBeat,
  };
}

const intervals = ['heartRate', 'rr', 'pr', 'qrs', 'qt', 'qtcFridericia', 'qtcBazett', 'qtcFramingham', 'qtcHodges'] as const satisfies (keyof Intervals<unknown>)[];

function valuesOf(details: MeasurementDetails): Measurements {
  const { p, qrs, t } = details.axis;
  const values = Object.fromEntries(intervals.map((name) => [name, details[name].value]));
  return { ...values, axis: { p: p.value, qrs: qrs.value, t: t.value } } as Measurements;
}

function beatsOf({ classes, times }: BeatTimes): Beat[] {
  return classes.map((beatClass, beat) => {
    const at = (mark: number) => {
      const time = times[9 * beat + mark]!;
      return Number.isNaN(time) ? null : time;
    };
    return { class: beatClass, pOn: at(0), p: at(1), pOff: at(2), qrsOn: at(3), r: at(4), qrsOff: at(5), tOn: at(6), t: at(7), tOff: at(8) };
  });
}

/** One sentence: why a recording is not interpreted. Each reason says what is wrong before its colon. */
export function abstention({ reasons }: Quality): string {
  const shown = 4;
  const defects = reasons.slice(0, shown).map(({ message }) => message.split(':')[0]!.replace(/^[LT](?=ead |he )/, (letter) => letter.toLowerCase()));
  const more = reasons.length > shown ? `; and ${reasons.length - shown} more` : '';
  return `The recording is not fit to interpret and was not scored: ${defects.join('; ')}${more}.`;
}
