import type { Fault } from './fault.ts';

/** G12. A page of a proxy or of a sign-in, with status 200. */
export function htmlWith200(body = '<!DOCTYPE html><html><body>Sign in to the proxy</body></html>'): Fault {
  return {
    name: 'html with 200',
    instead: () => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body }),
  };
}

/** G12. JSON that ends in the middle, with the length of what is there. */
export function cutJson(): Fault {
  return {
    name: 'cut json',
    change: (answer) => ({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }),
  };
}

const megabyte = 1024 * 1024;

/** G12. Valid JSON with as many megabytes more than a client should read. */
export function oversizedJson(megabytes = 64): Fault {
  return {
    name: `oversized json ${megabytes} MB`,
    change: (answer) => ({
      ...answer,
      body: answer.body.replace(/^([[{])/, `$1${' '.repeat(megabytes * megabyte)}`),
    }),
  };
}
