type Interval = [low: number, high: number];

/** How one label did; what could not be computed is null. */
export interface LabelFigures {
  label: string;
  n: number;
  positives: number;
  auroc: number | null;
  /** 95 %, by bootstrap. */
  aurocCi: Interval | null;
  /** Average precision. */
  auprc: number | null;
  auprcCi: Interval | null;
  sensitivity?: number | null;
  specificity?: number | null;
}

export interface CardLabel extends LabelFigures {
  /** Where it was measured, if not on the card's. */
  dataset?: string;
  /** Fitted on other recordings than those of sensitivity and specificity. */
  operatingPoint: { score: number } | null;
  sensitivityCi: Interval | null;
  specificityCi: Interval | null;
  ppv: number | null;
  npv: number | null;
  f1: number | null;
}

export interface CardData {
  name: string;
  licence: string;
  use: string;
}

/** What a bundled model was made from, what it reaches and what it is not for. */
export interface ModelCard {
  format: 'ecgfounder-model-card';
  version: 1;
  model: { name: string; sha256: string; bytes: number; leads: 12 | 1 };
  /** What `labels` was measured on, and how. */
  dataset: string;
  /** Which networks cross-validated figures are of. */
  method: string;
  labels: CardLabel[];
  mean: { labels: number; auroc: number };
  /** The same model elsewhere. */
  evaluations: { dataset: string; labels: LabelFigures[]; mean?: { labels: number; auroc: number } }[];
  trainedOn: CardData[];
  checkedOn: CardData[];
  domain: { description: string; wearables: string[] };
  notFor: string[];
  training: Record<string, unknown>;
}
