/** Something GitHub has and the stand-in does not serve: a fault of the test, never an answer. */
export class NotServedError extends Error {
  constructor(what: string) {
    super(`The stand-in GitHub does not serve ${what}. Add it in test/github/.`);
    this.name = 'NotServedError';
  }
}
