import type { Colors } from './colors.js';

/** Paper with 1 mm and 5 mm lines over the whole canvas; `scale` is device pixels per millimetre. */
export function drawGrid(context: CanvasRenderingContext2D, scale: number, colors: Colors): void {
  const { width, height } = context.canvas;
  context.fillStyle = colors.paper;
  context.fillRect(0, 0, width, height);
  const thin = Math.max(1, Math.round(scale / 10));
  lines(context, scale, 1, thin, colors.minor);
  lines(context, scale, 5, thin, colors.major);
}

function lines(context: CanvasRenderingContext2D, scale: number, every: number, thickness: number, color: string): void {
  const { width, height } = context.canvas;
  context.fillStyle = color;
  for (let mm = 0; mm * scale < width; mm += every) context.fillRect(Math.round(mm * scale), 0, thickness, height);
  for (let mm = 0; mm * scale < height; mm += every) context.fillRect(0, Math.round(mm * scale), width, thickness);
}
