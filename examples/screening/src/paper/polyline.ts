export interface Plot {
  /** Device pixels: where sample `first` lies, and from one sample to the next. */
  x: number;
  xStep: number;
  /** Device pixels: where `zero` lies, and per mV, upwards. */
  y: number;
  yScale: number;
  zero: number;
}

/**
 * Adds samples first..last to the path: straight lines from one recorded sample to the next, nothing
 * where a sample is missing. Where many samples share a pixel, its first, lowest, highest and last
 * are drawn, each at its own time.
 */
export function addSamples(context: CanvasRenderingContext2D, samples: Float32Array, first: number, last: number, plot: Plot): void {
  const perBucket = Math.max(1, Math.floor(1 / plot.xStep));
  let pen = false;
  const draw = (index: number) => {
    const x = plot.x + (index - first) * plot.xStep;
    const y = plot.y - (samples[index]! - plot.zero) * plot.yScale;
    if (pen) context.lineTo(x, y);
    else {
      // A sample between two gaps is a dot.
      context.moveTo(x, y);
      context.lineTo(x, y);
    }
    pen = true;
  };
  for (let from = first; from <= last; from += perBucket) {
    const to = Math.min(from + perBucket - 1, last);
    if (perBucket < 4 || hasGap(samples, from, to)) {
      for (let i = from; i <= to; i++)
        if (Number.isFinite(samples[i])) draw(i);
        else pen = false;
      continue;
    }
    let low = from;
    let high = from;
    for (let i = from + 1; i <= to; i++) {
      if (samples[i]! < samples[low]!) low = i;
      if (samples[i]! > samples[high]!) high = i;
    }
    for (const index of new Set([from, Math.min(low, high), Math.max(low, high), to])) draw(index);
  }
}

/** Stretches without samples: [first, last] indices. */
export function gaps(samples: Float32Array, first: number, last: number): [number, number][] {
  const found: [number, number][] = [];
  let start = -1;
  for (let i = first; i <= last + 1; i++) {
    const missing = i <= last && !Number.isFinite(samples[i]);
    if (missing && start < 0) start = i;
    if (!missing && start >= 0) {
      found.push([start, i - 1]);
      start = -1;
    }
  }
  return found;
}

function hasGap(samples: Float32Array, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) if (!Number.isFinite(samples[i])) return true;
  return false;
}
