/** `7.4 s`, `4 min 10 s`, `2 h 3 min`. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${trim(seconds, 2)} s`;
  const whole = Math.floor(seconds);
  const [h, min, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = [h && `${h} h`, min && `${min} min`, s && !h && `${s} s`];
  return parts.filter(Boolean).join(' ');
}

/** A position in a recording: `12 s` under two minutes, `4:05` from there on, `1:02:05` from an hour on. */
export function position(seconds: number): string {
  if (seconds < 120) return `${trim(seconds, 1)} s`;
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [h, min] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return h ? `${h}:${two(min)}:${two(whole % 60)}` : `${min}:${two(whole % 60)}`;
}

export function span(start: number, end: number): string {
  const [from, to] = [position(start), position(end)];
  return from.endsWith(' s') && to.endsWith(' s') ? `${from.slice(0, -2)}–${to}` : `${from}–${to}`;
}

/** `29 of 123 MB`, both in the unit that suits the whole. */
export function bytesOf(loaded: number, total: number): string {
  const [unit, name] = total >= 1e6 ? [1e6, 'MB'] : [1e3, 'kB'];
  return `${Math.round(loaded / unit)} of ${Math.ceil(total / unit)} ${name}`;
}

export function milliseconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export function rate(hertz: number): string {
  return `${trim(hertz, 3)} Hz`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function trim(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
