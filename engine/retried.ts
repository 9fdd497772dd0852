import { setTimeout as wait } from 'node:timers/promises';

/** Waits before one try more, for who writes: about two minutes in all. */
const PATIENT_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000] as const;

/** The same for who waits for an answer: three seconds. */
export const BRIEF_MS = [100, 200, 400, 800, 1_600] as const;

/**
 * Runs a call again where it fails for a reason that passes.
 * @param isPassing whether an error may be gone after a while.
 * @param waits before each try but the first, in milliseconds.
 */
export async function retried<Result>(
  call: () => Promise<Result>,
  isPassing: (error: unknown) => boolean,
  waits: readonly number[] = PATIENT_MS,
): Promise<Result> {
  for (const ms of waits) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error)) throw error;
      // Not all at the same moment: the server is busy as it is.
      await wait(ms * (0.5 + Math.random() / 2));
    }
  }
  return call();
}
