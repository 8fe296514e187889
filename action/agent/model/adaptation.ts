import type { ServerError } from './read-server-error.ts';

/** A body on its way to a server. */
export type Body = Record<string, unknown>;

/** Another way to say the same, for servers that refuse the first one. */
export interface Adaptation {
  name: string;
  /** True when the refusal is about this, not merely a mention of it. */
  wanted: (said: ServerError) => boolean;
  /** True when there is something to change in this body. */
  applies: (body: Body) => boolean;
  change: (body: Body) => Body;
}

const unknownWords =
  /unknown|unrecogni[sz]ed|unsupported|not supported|unexpected|unavailable|extra (?:inputs?|fields?)|not permitted|not allowed|not implemented|does not support/i;

/** A refusal that names a parameter as one the server does not take, not for its value. */
export const namesUnknown =
  (parameter: RegExp) =>
  ({ message, param }: ServerError): boolean =>
    (parameter.test(param ?? '') || parameter.test(message)) && unknownWords.test(message);

/** The first change this refusal asks for that was not made yet. */
export const adaptationFor = (
  known: readonly Adaptation[],
  said: ServerError,
  body: Body,
): Adaptation | undefined => known.find(({ wanted, applies }) => applies(body) && wanted(said));
