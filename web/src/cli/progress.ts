/** Done so far on standard error: a bar with the time left on a terminal, elsewhere a line now and then. */
export class Progress {
  private readonly started = performance.now();
  private lastShown = this.started;
  private done = 0;
  private readonly terminal = process.stderr.isTTY === true;

  constructor(
    private readonly what: string,
    private readonly total: number,
  ) {}

  step(): void {
    this.done += 1;
    const now = performance.now();
    const every = this.terminal ? 100 : 30_000;
    if (now - this.lastShown < every && !(this.terminal && this.done === this.total)) return;
    this.lastShown = now;
    const left = ((now - this.started) / this.done) * (this.total - this.done);
    const text = `${this.what} ${this.done} of ${this.total}, ${duration(left)} left`;
    process.stderr.write(this.terminal ? `\r[${bar(this.done / this.total)}] ${text}\x1b[K` : `${text}\n`);
  }

  end(): void {
    if (this.terminal && this.done > 0) process.stderr.write('\r\x1b[K');
  }
}

function bar(share: number): string {
  const width = 30;
  const filled = Math.round(share * width);
  return '#'.repeat(filled) + '-'.repeat(width - filled);
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
