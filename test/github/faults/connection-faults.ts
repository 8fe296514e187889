import type { Fault } from './fault.ts';

/** G11. The connection is accepted and nothing comes, or it stops within the headers or within the body. */
export function hangs(at: 'connect' | 'headers' | 'body'): Fault {
  const delivery = { connect: 'no-answer', headers: 'half-headers', body: 'half-body' } as const;
  return { name: `hangs at ${at}`, delivery: delivery[at] };
}

/** The connection is reset, before the answer or within its body. */
export function resets(at: 'connect' | 'body' = 'connect'): Fault {
  return { name: `resets at ${at}`, delivery: at === 'connect' ? 'reset' : 'reset-in-body' };
}
