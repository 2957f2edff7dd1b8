/** `good`: nothing to complain of; `usable`: with the defects that the reasons name; `unusable`: record again. */
export type Verdict = 'good' | 'usable' | 'unusable';

export interface QualityReason {
  /** Stable, kebab-case: preprocess/quality/reasons.cpp has them all. */
  code: string;
  /** Null: the whole recording. */
  lead: string | null;
  /** One sentence: what is wrong, and what to redo. */
  message: string;
}

/** Whether a recording is fit to interpret, judged on the raw signal. */
export interface Quality {
  verdict: Verdict;
  /** Empty where it is good. */
  reasons: QualityReason[];
}

/** `normal`: conducted like most beats of the recording; `ventricular`: wide and of another shape; `paced`: a spike starts it. */
export type BeatClass = 'normal' | 'ventricular' | 'paced';

/** A beat as all leads together show it; seconds from the start, null where that cannot be told. */
export interface Beat {
  class: BeatClass;
  pOn: number | null;
  p: number | null;
  pOff: number | null;
  qrsOn: number | null;
  /** The R peak or, without an R wave, the largest deflection. */
  r: number | null;
  qrsOff: number | null;
  tOn: number | null;
  t: number | null;
  tOff: number | null;
}

export interface FrontalAxes<T> {
  p: T;
  qrs: T;
  t: T;
}

/** What is measured once a recording: 1/min, intervals in ms, axes in degrees (-180 to 180). */
export interface Intervals<T> {
  /** Of all beats. */
  heartRate: T;
  rr: T;
  /** These of normal beats. */
  pr: T;
  qrs: T;
  qt: T;
  qtcFridericia: T;
  qtcBazett: T;
  qtcFramingham: T;
  qtcHodges: T;
  axis: FrontalAxes<T>;
}

/** Medians over beats; null where it cannot be measured, `measurementDetails` says why. */
export type Measurements = Intervals<number | null>;

/** A measurement and what it rests on. */
export interface Measured {
  /** The median over beats; null where it cannot be measured. */
  value: number | null;
  /** The standard deviation over beats; null of fewer than two. */
  spread: number | null;
  /** How many beats (of variability: intervals) it rests on. */
  beats: number;
  /** One sentence, where there is no value. */
  reason?: string;
}

/** Of one lead, mV from the level before the QRS. */
export interface LeadAmplitudes {
  lead: string;
  p: Measured;
  q: Measured;
  r: Measured;
  s: Measured;
  t: Measured;
  /** 60 ms after the J point. */
  st60: Measured;
}

export interface MeasurementDetails extends Intervals<Measured> {
  /** Null of too few beats. */
  rhythm: 'regular' | 'irregular' | null;
  /** Voltages of left ventricular hypertrophy, mV: SV1 + RV5 or RV6, RaVL + SV3, RaVL. */
  hypertrophy: { sokolowLyon: Measured; cornell: Measured; rAvl: Measured };
  /** Of the intervals between normal beats that follow each other: ms, ms and percent. */
  variability: { sdnn: Measured; rmssd: Measured; pnn50: Measured };
  leads: LeadAmplitudes[];
}

/** The median over normal beats, sample by sample. */
export interface MedianBeat {
  samplingRate: number;
  /** That it rests on. */
  beats: number;
  /** Sample of the R peak. */
  rPeak: number;
  /** mV from the level before the QRS, NaN if missing. */
  leads: { lead: string; samples: Float32Array }[];
}

/** What a recording shows without a model. */
export interface Examination {
  quality: Quality;
  measurements: Measurements;
  /** The same with their spread, the beats they rest on, and why there is none; and more. */
  measurementDetails: MeasurementDetails;
  /** By time. */
  beats: Beat[];
  /** Of a pacemaker, seconds from the start, one for each paced beat. */
  pacingSpikes: number[];
  /** Null where no normal beat lies wholly within the recording. */
  medianBeat: MedianBeat | null;
}
