import { ZenPulseError } from '../../contract/zenpulse-error.ts';

/**
 * Work on the database on behalf of a request. Whatever breaks it is an outage to whoever asks: nothing was stored, so
 * asking again is right. What the database said is the cause, which no answer quotes.
 * @throws ZenPulseError `app_unavailable`, or what the work threw of the catalogue
 */
export async function reachStore<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ZenPulseError) throw error;
    throw new ZenPulseError('app_unavailable', { what: 'its database does not answer' }, { cause: error });
  }
}
