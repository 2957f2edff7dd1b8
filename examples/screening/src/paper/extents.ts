/** The middle value of what is finite; 0 where nothing is. */
export function median(values: Float32Array): number {
  return quantiles(finite(values), [0.5])[0] ?? 0;
}

export interface Extent {
  /** mV above and below the lead's median that the paper has to have room for. */
  up: number;
  down: number;
}

const mostValues = 60_000;

/** How far a lead reaches, short artefacts left out: they may run over the next row, as on paper. */
export function extent(samples: Float32Array): Extent {
  const step = Math.max(1, Math.floor(samples.length / mostValues));
  const values = finite(step === 1 ? samples : Float32Array.from({ length: Math.floor(samples.length / step) }, (_, i) => samples[i * step]!));
  const [low, middle, high] = quantiles(values, [0.001, 0.5, 0.999]);
  if (low === undefined || middle === undefined || high === undefined) return { up: 0, down: 0 };
  return { up: high - middle, down: middle - low };
}

function finite(values: Float32Array): Float32Array {
  return values.filter(Number.isFinite).sort();
}

function quantiles(sorted: Float32Array, at: number[]): (number | undefined)[] {
  return at.map((p) => sorted[Math.round(p * (sorted.length - 1))]);
}
