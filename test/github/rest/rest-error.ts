/** A failure that REST answers with a status and a message. */
export class RestError extends Error {
  readonly status: number;
  readonly details: object;

  constructor(status: number, message: string, details: object = {}) {
    super(message);
    this.name = 'RestError';
    this.status = status;
    this.details = details;
  }
}

/** The same for what is missing and for what may not be seen. */
export const notFound = (): RestError => new RestError(404, 'Not Found');
