export interface GoldenDifferences {
  logits: number;
  features: number;
  timeMap: number;
  timeMapSum: number;
  logitsStd: number;
  loadMs: number;
  runMs: number;
}
export function compareWithGolden(model: Uint8Array, golden: unknown): Promise<GoldenDifferences>;
