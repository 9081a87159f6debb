import { errorMessages } from './messages/en/errors.ts';

export type ErrorCode = keyof typeof errorMessages;
export type ErrorValues<C extends ErrorCode> = Parameters<(typeof errorMessages)[C]>[0];

/** A failure as it crosses between threads and processes. */
export type Failure = { [C in ErrorCode]: { code: C; values: ErrorValues<C> } }[ErrorCode];

/** A failure the user can act on; its sentence stands in shared/messages. Anything else that is thrown is a bug. */
export class ExpectedError<C extends ErrorCode = ErrorCode> extends Error {
  override name = 'ExpectedError';
  readonly code: C;
  readonly values: ErrorValues<C>;

  constructor(code: C, ...values: ErrorValues<C> extends undefined ? [] : [ErrorValues<C>]) {
    const first = values[0] as ErrorValues<C>;
    super(toSentence({ code, values: first } as unknown as Failure));
    this.code = code;
    this.values = first;
  }

  toFailure(): Failure {
    return { code: this.code, values: this.values } as unknown as Failure;
  }
}

/** What a person reads of a failure. */
export function toSentence({ code, values }: Failure): string {
  return (errorMessages[code] as (values: unknown) => string)(values);
}
