import { type ErrorCode, type ErrorData, errorCatalogue } from './error-catalogue.ts';
import { type ErrorKind, exitCodes } from './exit-codes.ts';

/** An error of the catalogue: code, data, what failed and why, and the next step. */
export class ZenPulseError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'ZenPulseError';
  readonly code: Code;
  readonly data: ErrorData<Code>;
  readonly kind: ErrorKind;
  readonly nextStep: string;

  constructor(code: Code, data: ErrorData<Code>, options?: ErrorOptions) {
    // A catalogue entry takes exactly its own code's data; the union of entries hides that from the compiler.
    const entry = errorCatalogue[code] as { kind: ErrorKind } & Record<
      'message' | 'nextStep',
      (data: ErrorData<Code>) => string
    >;
    super(entry.message(data), options);
    this.code = code;
    this.data = data;
    this.kind = entry.kind;
    this.nextStep = entry.nextStep(data);
  }

  get exitCode(): number {
    return exitCodes[this.kind];
  }
}

/** Any thrown value as an error of the catalogue; what is not ours becomes `unexpected` with its cause kept. */
export function toZenPulseError(thrown: unknown): ZenPulseError {
  if (thrown instanceof ZenPulseError) return thrown;
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  return new ZenPulseError('unexpected', { cause }, { cause: thrown });
}
