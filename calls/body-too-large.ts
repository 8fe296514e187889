/** The body was longer than is read of any answer. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';

  constructor(maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
  }
}
