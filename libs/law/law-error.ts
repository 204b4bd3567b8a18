/** What a computation in this library can refuse. `field` is the input's name, `rule` the sentence it broke, all in Chinese for people. */
export type LawErrorCode =
  | 'invalid-input'
  | 'invalid-day'
  | 'unknown-limit'
  | 'no-version-in-force'
  | 'trigger-missing'
  | 'no-statutory-length'
  | 'length-required'
  | 'length-not-allowed'
  | 'length-too-long'
  | 'extension-not-provided'
  | 'extension-too-long'
  | 'invalid-number'
  | 'invalid-suspension'
  | 'before-calendar'
  | 'invalid-notice';

/** The only error this library throws on purpose; `message` is one Chinese sentence fit to show. */
export class LawError extends Error {
  constructor(
    readonly code: LawErrorCode,
    message: string,
    readonly field: string,
    readonly value: string,
    readonly rule: string,
  ) {
    super(message);
    this.name = 'LawError';
  }
}
