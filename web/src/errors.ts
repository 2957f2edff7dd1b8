/**
 * What the package throws: `code` is stable and for programs, `message` one sentence for people.
 * Compare `code`, not the class: `instanceof` does not survive realms and minifiers.
 */
export class EcgError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = code === 'aborted' ? 'AbortError' : 'EcgError';
    this.code = code;
  }
}

/** The stable code of anything thrown; `internal` where it has none. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'internal';
}

export function aborted(): EcgError {
  return new EcgError('aborted', 'Cancelled.');
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw aborted();
}
