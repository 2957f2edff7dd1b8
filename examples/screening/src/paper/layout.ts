import { extent, type Extent } from './extents.js';
import type { TraceData } from './trace-data.js';

export const mmPerSecond = 25;
export const mmPerMillivolt = 10;

/** All lengths in millimetres of ECG paper. */
export const margin = { left: 10, right: 2, top: 3, axis: 8, footer: 7 };

/** A stretch of one lead on the paper. */
export interface Strip {
  lead: number;
  /** Seconds from the start of the window, and how many are drawn. */
  offset: number;
  seconds: number;
  /** Left edge. */
  x: number;
}

export interface Row {
  strips: Strip[];
  top: number;
  baseline: number;
  bottom: number;
  /** Times are written under it, from this offset on; null where they are not. */
  axis: number | null;
}

export interface Sheet {
  rows: Row[];
  /** Seconds of the recording on the sheet. */
  seconds: number;
  lineSeconds: number;
  width: number;
  height: number;
}

interface Line {
  strips: Strip[];
  axis: number | null;
}

/**
 * Arranges the leads. Twelve of them stand 3 x 4 on a wide page and 6 x 2 on a narrow one, one column
 * after the other in time, over a rhythm strip of lead II. Others get rows of their own.
 */
export function arrange(trace: TraceData, wide: boolean): Sheet {
  const lineSeconds = wide ? 10 : 5;
  const { lines, seconds } = trace.standard ? standardLines(wide) : ownLines(trace.leads.length, wide);
  const extents = trace.leads.map((lead) => extent(lead.samples));
  const rows: Row[] = [];
  let top = margin.top;
  for (const { strips, axis } of lines) {
    const { up, down } = room(strips.map(({ lead }) => extents[lead]!));
    const baseline = top + up;
    const bottom = baseline + down;
    rows.push({ strips, axis, top, baseline, bottom });
    top = bottom + (axis === null ? 0 : margin.axis);
  }
  return {
    rows,
    seconds,
    lineSeconds,
    width: margin.left + lineSeconds * mmPerSecond + margin.right,
    height: top + margin.footer,
  };
}

function standardLines(wide: boolean): { lines: Line[]; seconds: number } {
  const columns = wide ? 4 : 2;
  const perColumn = 12 / columns;
  const lines: Line[] = Array.from({ length: perColumn }, (_, row) => ({
    axis: null,
    strips: Array.from({ length: columns }, (_, column) => strip(column * perColumn + row, 2.5 * column, 2.5, column * 2.5)),
  }));
  const rhythm = 1; // lead II
  const lineSeconds = wide ? 10 : 5;
  for (let offset = 0; offset < 10; offset += lineSeconds)
    lines.push({ axis: offset, strips: [strip(rhythm, offset, lineSeconds, 0)] });
  return { lines, seconds: 10 };
}

/** One row a lead; on a narrow page one or two leads go on in a second row. */
function ownLines(count: number, wide: boolean): { lines: Line[]; seconds: number } {
  const lineSeconds = wide ? 10 : 5;
  const seconds = wide || count <= 2 ? 10 : 5;
  const lines: Line[] = [];
  for (let offset = 0; offset < seconds; offset += lineSeconds)
    for (let lead = 0; lead < count; lead++)
      lines.push({ axis: lead === count - 1 ? offset : null, strips: [strip(lead, offset, lineSeconds, 0)] });
  return { lines, seconds };
}

function strip(lead: number, offset: number, seconds: number, secondsFromLeft: number): Strip {
  return { lead, offset, seconds, x: margin.left + secondsFromLeft * mmPerSecond };
}

/** Whole millimetres, so that every baseline lies on the grid; over the trace there is room for a name. */
function room(extents: Extent[]): Extent {
  const most = (values: number[], spare: number, least: number, limit: number) =>
    Math.ceil(Math.min(limit, Math.max(least, ...values.map((mv) => mv * mmPerMillivolt + spare))));
  return {
    up: most(extents.map(({ up }) => up), 5, 14, 34),
    down: most(extents.map(({ down }) => down), 1, 6, 28),
  };
}
