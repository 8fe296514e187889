/** The parsed body of a request. */
export type Body = Record<string, unknown>;

export const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; an empty one for what is no list. */
export const objectsIn = (value: unknown): Body[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Why a request is refused, in the shape of OpenAI's 400. */
export interface Refusal {
  message: string;
  param?: string;
  code?: string;
}
