import { button, byId, el } from './dom.js';
import { plural, span } from './format.js';
import { paperColors } from './paper/colors.js';
import { draw } from './paper/draw.js';
import { arrange, type Sheet } from './paper/layout.js';
import type { TraceData } from './paper/trace-data.js';

/** CSS pixels per millimetre: as large as fits, within what is readable. */
const scaleLimits = { least: 1.8, most: 5 };
/** Narrower than this, ten seconds in a line are too small to read. */
const narrowerThan = 740;

/** The ECG on paper, and where in the recording it starts. */
export class TraceView {
  private readonly place = byId('trace');
  private readonly canvas = el('canvas', { role: 'img' });
  private readonly bar = byId('window-bar');
  private readonly slider = el('input', { type: 'range', id: 'window-start', min: '0', step: 'any', 'aria-label': 'Start of the trace shown' });
  private readonly label = el('output', { class: 'numbers', for: 'window-start' });
  private trace: TraceData | undefined;
  private sheet: Sheet | undefined;
  private start = 0;
  private frame = 0;

  constructor() {
    this.place.append(this.canvas);
    this.bar.append(
      button('Earlier', () => this.goTo(this.start - this.seconds), { class: 'small', id: 'earlier' }),
      this.slider,
      button('Later', () => this.goTo(this.start + this.seconds), { class: 'small', id: 'later' }),
      this.label,
    );
    this.slider.addEventListener('input', () => this.goTo(this.slider.valueAsNumber));
    new ResizeObserver(() => this.layOut()).observe(this.place);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.redraw());
  }

  show(trace: TraceData): void {
    this.trace = trace;
    this.start = 0;
    this.sheet = undefined;
    this.layOut();
  }

  /** @param seconds from the start of the recording; kept within it */
  goTo(seconds: number): void {
    this.start = Math.min(Math.max(0, seconds), this.latest);
    this.slider.value = String(this.start);
    this.redraw();
  }

  private get seconds(): number {
    return this.sheet?.seconds ?? 10;
  }

  private get latest(): number {
    return Math.max(0, (this.trace?.seconds ?? 0) - this.seconds);
  }

  private layOut(): void {
    const { trace, place } = this;
    if (!trace || place.clientWidth === 0) return;
    const wide = place.clientWidth >= narrowerThan;
    const lineSeconds = wide ? 10 : 5;
    if (this.sheet?.lineSeconds !== lineSeconds) this.sheet = arrange(trace, wide);
    this.bar.hidden = this.latest === 0;
    this.slider.max = String(this.latest);
    this.goTo(this.start);
  }

  private redraw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    const { trace, sheet, canvas, place, start } = this;
    if (!trace || !sheet) return;
    const density = window.devicePixelRatio || 1;
    const scale = deviceScale(place.clientWidth / sheet.width, density);
    canvas.width = Math.round(place.clientWidth * density);
    canvas.height = Math.round(sheet.height * scale);
    canvas.style.height = `${canvas.height / density}px`;
    draw(canvas.getContext('2d')!, { trace, sheet, start, scale, density, colors: paperColors(place) });

    const shown = span(start, Math.min(start + sheet.seconds, trace.seconds));
    this.label.value = `${shown} of ${span(0, trace.seconds).split('–')[1]}`;
    this.slider.setAttribute('aria-valuetext', shown);
    canvas.setAttribute('aria-label', `ECG trace, ${shown}, ${plural(trace.leads.length, 'lead')}: ${trace.leads.map(({ name }) => name).join(', ')}. 25 mm/s, 10 mm/mV, no display filter.`);
    canvas.dataset['start'] = String(start);
  }
}

/** Device pixels per millimetre; whole ones where that costs little, for an even grid. */
function deviceScale(fitting: number, density: number): number {
  const exact = Math.min(scaleLimits.most, Math.max(scaleLimits.least, fitting)) * density;
  const whole = Math.floor(exact + 1e-3);
  return whole >= 0.85 * exact ? whole : exact;
}
