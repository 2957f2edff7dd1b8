import { loadAsset } from './assets.js';
import { EcgError } from './errors.js';
import type { ModelCard } from './model-card.js';

export interface BundledModel {
  name: string;
  model: Uint8Array;
  card: ModelCard;
}

/** The two small models that come with the package, for twelve leads and for one. */
export async function bundledModels(): Promise<BundledModel[]> {
  return Promise.all(([12, 1] as const).map(async (leads) => {
    const [model, card] = await Promise.all([loadAsset(`model-${leads}-lead`), loadAsset(`card-${leads}-lead`)]);
    const about = JSON.parse(new TextDecoder().decode(card)) as ModelCard;
    return { name: about.model.name, model: new Uint8Array(model), card: about };
  }));
}

/** Which of the models a calibration was fitted on; one that cannot be read is left to its reader's sentence. */
export function calibratedModel(models: BundledModel[], calibration: string): BundledModel {
  const sha256 = modelOf(calibration);
  if (sha256 === undefined) return models[0]!;
  const found = models.find(({ card }) => card.model.sha256 === sha256);
  if (!found) throw new EcgError('other-model', 'The calibration was fitted on neither of the bundled models: fit one with ecgfounder calibrate.');
  return found;
}

function modelOf(calibration: string): unknown {
  try {
    return (JSON.parse(calibration) as { model?: { sha256?: unknown } } | null)?.model?.sha256;
  } catch {
    return undefined;
  }
}
