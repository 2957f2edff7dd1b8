import { type AnalysisResult, errorCode } from 'ecgfounder-web';
import { button, byId, el } from './dom.js';
import { findingsView } from './findings.js';
import { alertBox } from './notice.js';

/** What stands where the scores stand: the scores, or why there are none. */
export class ScoresPanel {
  private readonly place = byId('findings');

  constructor(
    private readonly onWindow: (startSeconds: number) => void,
    private readonly onAnalyze: () => void,
    private readonly onPickModel: () => void,
    private readonly onInterpretAnyway: () => void,
  ) {}

  showResult(result: AnalysisResult): void {
    if (result.abstained) this.showAbstained(result.abstained);
    else this.place.replaceChildren(...againstAdvice(result), findingsView(result, { onWindow: this.onWindow }));
  }

  private showAbstained(why: string): void {
    this.place.replaceChildren(el('div', { class: 'abstained', id: 'abstained' },
      el('p', {}, why, ' Scores of a bad recording are worse than none: record again.'),
      button('Interpret anyway', this.onInterpretAnyway, { id: 'interpret-anyway' })));
  }

  /** The model is missing: how to get one. */
  showNoModel(): void {
    this.place.replaceChildren(el('div', { class: 'hint', id: 'no-model' },
      el('p', {}, 'To get scores, drop ECGFounder’s official weights here: ', el('code', {}, '12_lead_ECGFounder.pth'), ' (370\u00a0MB) or ',
        el('code', {}, '1_lead_ECGFounder.pth'), ' from Hugging Face, ', el('code', {}, 'PKUDigitalHealth/ECGFounder'), ' (MIT\u00a0licence).'),
      el('p', {}, 'They are read and converted in this page; nothing is uploaded.'),
      button('Load the model', this.onPickModel)));
  }

  showText(text: string): void {
    this.place.replaceChildren(el('p', { class: 'muted' }, text));
  }

  showCancelled(): void {
    this.place.replaceChildren(el('p', { class: 'muted' }, 'The analysis was cancelled. '), button('Analyze', this.onAnalyze));
  }

  /** Why this recording has no scores; the trace stays. */
  showError(error: unknown): void {
    const hopeless = ['missing-leads', 'too-short'].includes(errorCode(error));
    this.place.replaceChildren(el('div', { class: 'hint' },
      el('div', { role: 'alert', id: 'score-error' }, alertBox(error)),
      ...(hopeless ? [] : [button('Try again', this.onAnalyze)])));
  }
}

function againstAdvice({ quality }: AnalysisResult): HTMLElement[] {
  return quality.verdict === 'unusable'
    ? [el('p', { class: 'against-advice', id: 'against-advice' }, 'This recording is not fit to interpret: these scores were asked for all the same, and may mean nothing.')]
    : [];
}
