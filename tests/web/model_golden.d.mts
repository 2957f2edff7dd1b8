export interface Outputs {
  logits: Float32Array;
  features: Float32Array;
  timeMap: Float32Array;
}
export interface GoldenDifferences {
  logits: number;
  features: number;
  timeMap: number;
  timeMapSum: number;
  logitsStd: number;
}
export function runInOrt(model: Uint8Array, golden: unknown): Promise<Outputs>;
export interface Way {
  simd?: 'plain' | 'relaxed';
  threads?: number;
  atOnce?: number;
}
export function runInNet1D(model: Uint8Array, golden: unknown, way?: Way): Promise<Outputs>;
export function compareWithGolden(outputs: Outputs, golden: unknown): GoldenDifferences;
export function largest(a: ArrayLike<number>, b: ArrayLike<number>): number;
