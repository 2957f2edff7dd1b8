import { position, span } from '../format.js';
import type { Colors } from './colors.js';
import { median } from './extents.js';
import { drawGrid } from './grid.js';
import { margin, mmPerMillivolt, mmPerSecond, type Row, type Sheet, type Strip } from './layout.js';
import { addSamples, gaps } from './polyline.js';
import type { TraceData } from './trace-data.js';

export interface Drawing {
  trace: TraceData;
  sheet: Sheet;
  /** Seconds from the start of the recording. */
  start: number;
  /** Device pixels per millimetre, and per CSS pixel. */
  scale: number;
  density: number;
  colors: Colors;
}

/** Draws the paper and everything on it. */
export function draw(context: CanvasRenderingContext2D, drawing: Drawing): void {
  const { sheet, scale, colors, density } = drawing;
  drawGrid(context, scale, colors);
  context.lineJoin = context.lineCap = 'round';
  context.strokeStyle = colors.trace;
  context.lineWidth = Math.max(1.2 * density, 0.28 * scale);
  const zeros = drawing.trace.leads.map(({ samples }) => median(windowOf(samples, drawing)));
  for (const row of sheet.rows) {
    drawCalibration(context, row, scale);
    for (const strip of row.strips) drawStrip(context, row, strip, zeros[strip.lead]!, drawing);
  }
  for (const row of sheet.rows) {
    for (const strip of row.strips) drawName(context, row, strip, drawing);
    if (row.axis !== null) drawAxis(context, row, row.axis, drawing);
  }
  drawFooter(context, drawing);
}

function windowOf(samples: Float32Array, { start, sheet, trace }: Drawing): Float32Array {
  return samples.subarray(Math.floor(start * trace.samplingRate), Math.ceil((start + sheet.seconds) * trace.samplingRate));
}

/** 1 mV for 0.2 s: 10 mm by 5 mm. */
function drawCalibration(context: CanvasRenderingContext2D, { baseline }: Row, scale: number): void {
  const points: [number, number][] = [[1, 0], [2.5, 0], [2.5, 1], [7.5, 1], [7.5, 0], [9, 0]];
  context.beginPath();
  for (const [x, mv] of points) context.lineTo(x * scale, (baseline - mv * mmPerMillivolt) * scale);
  context.stroke();
}

function drawStrip(context: CanvasRenderingContext2D, row: Row, strip: Strip, zero: number, { trace, start, scale, colors }: Drawing): void {
  const { samples } = trace.leads[strip.lead]!;
  const rate = trace.samplingRate;
  const from = start + strip.offset;
  const first = Math.max(0, Math.ceil(from * rate - 1e-6));
  const last = Math.min(trace.length - 1, Math.floor((from + strip.seconds) * rate + 1e-6));
  if (last < first) return;
  const xStep = (mmPerSecond * scale) / rate;
  const xOf = (index: number) => strip.x * scale + (index - from * rate) * xStep;

  context.fillStyle = colors.gap;
  for (const [a, b] of gaps(samples, first, last))
    context.fillRect(xOf(a - 0.5), row.top * scale, (b - a + 1) * xStep, (row.bottom - row.top) * scale);

  context.save();
  context.beginPath();
  context.rect(strip.x * scale, 0, strip.seconds * mmPerSecond * scale, context.canvas.height);
  context.clip();
  context.beginPath();
  addSamples(context, samples, first, last, {
    x: xOf(first), xStep, y: row.baseline * scale, yScale: mmPerMillivolt * scale, zero,
  });
  context.stroke();
  context.restore();
}

function drawName(context: CanvasRenderingContext2D, row: Row, strip: Strip, drawing: Drawing): void {
  const { trace, scale, density, colors } = drawing;
  const { name, derived } = trace.leads[strip.lead]!;
  const [x, y] = [(strip.x + 1) * scale, row.top * scale + 13 * density];
  // A short mark where one lead ends and the next begins.
  if (strip.x > margin.left) {
    context.fillStyle = colors.text;
    for (const mm of [row.baseline - 5, row.baseline + 3])
      context.fillRect(Math.round(strip.x * scale), Math.round(mm * scale), Math.max(1, Math.round(density)), 2 * scale);
  }
  const width = write(context, name, x, y, { size: 13, weight: 600, drawing });
  if (derived) write(context, 'derived', x + width + 4 * density, y, { size: 11, weight: 400, drawing });
}

function drawAxis(context: CanvasRenderingContext2D, row: Row, offset: number, drawing: Drawing): void {
  const { sheet, scale, start, density, trace, colors } = drawing;
  const from = start + offset;
  for (let second = Math.ceil(from - 1e-6); second <= from + sheet.lineSeconds + 1e-6; second++) {
    if (second > trace.seconds + 1e-6) break;
    const x = (margin.left + (second - from) * mmPerSecond) * scale;
    context.fillStyle = colors.text;
    context.fillRect(Math.round(x), Math.round(row.bottom * scale), Math.max(1, Math.round(density)), scale * 1.5);
    const last = second + 1 > from + sheet.lineSeconds + 1e-6;
    write(context, position(second), x, row.bottom * scale + 1.5 * scale + 13 * density, { size: 11, weight: 400, drawing, align: last ? 'right' : second - from < 0.2 ? 'left' : 'center' });
  }
}

function drawFooter(context: CanvasRenderingContext2D, drawing: Drawing): void {
  const { sheet, start, scale, trace } = drawing;
  const y = (sheet.height - 2) * scale;
  const style = { size: 12, weight: 500, drawing };
  const narrow = sheet.lineSeconds < 10;
  write(context, `25 mm/s   10 mm/mV   no display filter${narrow ? '' : ', each lead centred on its median'}`, scale, y, style);
  const end = Math.min(start + sheet.seconds, trace.seconds);
  write(context, span(start, end), (sheet.width - 1) * scale, y, { ...style, align: 'right' });
}

interface TextStyle {
  size: number;
  weight: number;
  align?: CanvasTextAlign;
  drawing: Drawing;
}

/** Text with a rim of paper round it, so that the grid does not run through; gives its width. */
function write(context: CanvasRenderingContext2D, text: string, x: number, y: number, { size, weight, align = 'left', drawing }: TextStyle): number {
  const { density, colors } = drawing;
  context.save();
  context.font = `${weight} ${size * density}px system-ui, sans-serif`;
  context.textAlign = align;
  context.strokeStyle = colors.paper;
  context.lineWidth = 3.5 * density;
  context.strokeText(text, x, y);
  context.fillStyle = colors.text;
  context.fillText(text, x, y);
  const { width } = context.measureText(text);
  context.restore();
  return width;
}
