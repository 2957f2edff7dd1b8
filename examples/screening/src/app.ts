import { type AnalysisResult, EcgError, errorCode, type Examination, type Founder, measureRecording, missingFiles, type Preset, readRecording } from 'ecgfounder-web';
import { Activity, describe, type Progress } from './activity.js';
import { type Details, DetailsForm, isQuestion } from './details-form.js';
import { byId } from './dom.js';
import { type OpenRecording, showFacts, showHeading } from './facts.js';
import { LeadChoice } from './lead-choice.js';
import { MeasurementsPanel } from './measurements-panel.js';
import { ModelSlot } from './model-slot.js';
import { Notice } from './notice.js';
import { traceData } from './paper/trace-data.js';
import { QualityStrip } from './quality-strip.js';
import { RecordingChoice } from './recording-choice.js';
import { ScoresPanel } from './scores-panel.js';
import { sortFiles } from './sort-files.js';
import { Task } from './task.js';
import { TraceView } from './trace-view.js';

/** Brings files, model and scores together. What is shown stays until something better is there. */
export class App {
  private readonly reading = new Task();
  private readonly measuring = new Task();
  private readonly analyzing = new Task();
  private readonly notice = new Notice(() => this.refresh());
  private readonly activity = new Activity(() => this.cancel());
  private readonly form = new DetailsForm();
  private readonly trace = new TraceView();
  private readonly quality = new QualityStrip();
  private readonly measurements = new MeasurementsPanel();
  private readonly scores = new ScoresPanel(
    (start) => this.showWindow(start),
    () => void this.analyze(),
    () => byId('open-model').click(),
    () => this.interpretAnyway(),
  );
  private readonly model = new ModelSlot({
    onProgress: (status, progress) => this.refresh(status, progress),
    onChange: () => void this.analyze(),
    onError: (error) => this.notice.show(error),
  });
  private readonly leadChoice = new LeadChoice(() => void this.analyze());
  private readonly recordingChoice = new RecordingChoice((recording) => {
    if (this.open) void this.read(this.open.files, { ...this.open.details, recording });
  });
  private readonly preset = byId<HTMLSelectElement>('preset-select');
  private open: OpenRecording | undefined;
  private result: AnalysisResult | undefined;
  private scoreFailed = false;
  /** Files that could not be read without others, and the names of those. */
  private incomplete: { files: File[]; wanted: string[] } | undefined;

  constructor() {
    this.preset.addEventListener('change', () => void this.analyze());
    void this.analyze();
    void this.model.load('bundled');
  }

  /** Takes whatever was dropped: recordings, a model, or both. */
  async take(files: File[]): Promise<void> {
    const { models, recordings } = await sortFiles(files);
    this.notice.clear();
    if (models.length > 1)
      this.notice.show(new EcgError('several-models', `These are ${models.length} models: drop one at a time.`));
    const reading = recordings.length > 0 ? this.read(this.completed(recordings)) : undefined;
    if (models.length === 1) void this.model.load(models[0]!);
    await reading;
  }

  takeModel(file: File): void {
    this.notice.clear();
    void this.model.load(file);
  }

  refuse(error: unknown): void {
    this.notice.show(error);
  }

  private async read(files: File[], details: Details = {}): Promise<void> {
    const again = Object.keys(details).length > 0;
    if (again) this.notice.clear();
    else this.form.close();
    const reading = this.reading.run(async (signal) => {
      const recording = await readRecording(files, { ...details, signal });
      return { files, details, recording, trace: await traceData(recording) };
    });
    this.refresh();
    const outcome = await reading;
    if (outcome.kind === 'superseded') return;
    if (outcome.kind === 'done') this.show(outcome.value);
    else if (outcome.kind === 'failed') await this.explain(outcome.error, files, again);
    this.refresh();
  }

  private show(open: OpenRecording): void {
    this.open = open;
    this.incomplete = undefined;
    this.form.close();
    byId('welcome').hidden = true;
    byId('recording').hidden = byId('about-recording').hidden = false;
    showHeading(open);
    this.trace.show(open.trace);
    this.leadChoice.reset(open.recording);
    this.recordingChoice.show(open.recording);
    void this.measure(open);
  }

  /** Quality and measurements stand before any score. */
  private async measure(open: OpenRecording): Promise<void> {
    this.quality.clear();
    this.measurements.clear();
    const measuring = this.measuring.run((signal) => measureRecording(open.recording, { signal }));
    void this.analyze();
    const outcome = await measuring;
    if (outcome.kind === 'superseded' || this.open !== open) return;
    if (outcome.kind === 'cancelled') {
      this.scores.showCancelled();
      return this.refresh();
    }
    if (outcome.kind === 'done') this.showExamination(open, outcome.value);
    else this.notice.show(outcome.error);
    await this.analyze();
  }

  private showExamination(open: OpenRecording, examination: Examination): void {
    open.examination = examination;
    this.quality.show(examination.quality);
    this.measurements.show(examination);
  }

  private interpretAnyway(): void {
    if (!this.open) return;
    this.open.interpretUnusable = true;
    void this.analyze();
  }

  private async explain(error: unknown, files: File[], again: boolean): Promise<void> {
    const code = errorCode(error);
    this.notice.show(error);
    // An answer that does not fit leaves the form open as it is.
    if (isQuestion(code))
      this.form.ask(files.map((file) => file.name).join(', '), again, (details) => void this.read(files, details));
    if (code === 'missing-file')
      this.incomplete = { files, wanted: await missingFiles(files).catch(() => []) };
  }

  /** A file that the last attempt lacked joins those of that attempt. */
  private completed(files: File[]): File[] {
    const names = new Set(files.map((file) => file.name));
    const { files: earlier, wanted } = this.incomplete ?? { files: [], wanted: [] };
    this.incomplete = undefined;
    return wanted.some((name) => names.has(name)) ? [...earlier.filter(({ name }) => !names.has(name)), ...files] : files;
  }

  /** Scores what is open with the model that is loaded; a new call replaces one that is running. */
  private async analyze(): Promise<void> {
    const { open, model: { founder } } = this;
    this.analyzing.cancel();
    this.result = undefined;
    this.scoreFailed = false;
    this.leadChoice.update(founder);
    if (open) showFacts(open, []);
    if (!founder) this.scores.showNoModel();
    else if (!open) this.scores.showText('Open an ECG to score it.');
    else if (this.measuring.running) this.scores.showText('Measuring.');
    else await this.run(founder, open);
    this.refresh();
  }

  private async run(founder: Founder, open: OpenRecording): Promise<void> {
    this.scores.showText('Analyzing.');
    const { lead } = this.leadChoice;
    const analyzing = this.analyzing.run((signal) => founder.analyze(open.recording, {
      preset: this.preset.value as Preset,
      includeHidden: true,
      ...(lead && { lead }),
      ...(open.examination && { examination: open.examination }),
      interpretUnusable: open.interpretUnusable ?? false,
      signal,
      onProgress: (event) => {
        if (signal.aborted) return;
        const { status, progress } = describe(event);
        this.refresh(status, progress);
      },
    }));
    this.refresh();
    const outcome = await analyzing;
    // Something else may be open by now, or the model unloaded.
    if (this.open !== open || this.model.founder !== founder) return;
    if (outcome.kind === 'done') {
      this.result = outcome.value;
      if (!open.examination) this.showExamination(open, outcome.value);
      this.scores.showResult(outcome.value);
      showFacts(open, outcome.value.diagnostics);
    } else if (outcome.kind === 'failed') {
      this.scoreFailed = true;
      this.scores.showError(outcome.error);
    } else if (outcome.kind === 'cancelled') this.scores.showCancelled();
  }

  private showWindow(start: number): void {
    this.trace.goTo(start);
    byId('recording').scrollIntoView({ block: 'nearest' });
  }

  private cancel(): void {
    if (this.reading.running) this.reading.cancel();
    else if (this.model.loading) this.model.cancel();
    else if (this.measuring.running) this.measuring.cancel();
    else this.analyzing.cancel();
  }

  /** The page's state, for eyes, screen readers and tests. */
  private refresh(status = '', progress: Progress = { fraction: null, text: '' }): void {
    const [state, text, running] =
      this.reading.running ? ['reading', 'Reading the recording', true]
      : this.model.loading ? ['loading-model', status || 'Loading the model', true]
      : this.measuring.running ? ['measuring', 'Measuring', true]
      : this.analyzing.running ? ['analyzing', status || 'Analyzing', true]
      : this.notice.shown || this.scoreFailed ? ['error', this.open ? 'Not done: see the error. What was open still is.' : 'Not done: see the error.', false]
      : this.result ? ['done', 'Done.', false]
      : this.open ? ['ready', this.model.founder ? 'Ready.' : 'The trace is shown. Load a model to get scores.', false]
      : this.model.founder ? ['ready', 'Ready. Open an ECG.', false]
      : ['idle', 'Open an ECG to see it.', false];
    document.body.dataset['state'] = state as string;
    this.activity.show(text as string, running ? progress : undefined);
  }
}
