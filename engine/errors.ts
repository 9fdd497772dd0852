/** Why an engine could not answer. */
export type EngineErrorCode =
  /** It can't be reached, or answers too late. */
  | 'unavailable'
  /** There is no index yet, or one of another version. */
  | 'no_index'
  /** Its settings are not usable; somebody has to change them. */
  | 'misconfigured'
  /** Serving with these settings would be dangerous. */
  | 'unsafe';

/** An engine could not answer. The message is for the operator, in Chinese, with what to do. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
