import type { IntakeLimits } from './intake-limits.ts';

/** The share of one request. */
export interface Share {
  /** Takes more of the budget. False: there is not so much left, and nothing was taken. */
  grow: (bytes: number) => boolean;
  /** Gives all of it back; may be called again. */
  release: () => void;
}

export interface BodyBudget {
  /** Null: there is nothing left, not even for a small body. */
  open(): Share | null;
  /** Bytes that are taken now. */
  held(): number;
}

/** What a request costs beside its body. */
const floorBytes = 16 * 1024;

/**
 * Counts the bytes that all requests hold together. They are counted as they come, not as they are announced, and
 * large bodies never take what is kept for the others.
 */
export function createBodyBudget({
  heldBytes,
  largeBytes,
  heldLargeBytes,
}: Pick<IntakeLimits, 'heldBytes' | 'largeBytes' | 'heldLargeBytes'>): BodyBudget {
  let held = 0;
  let heldByLarge = 0;
  return {
    held: () => held,
    open() {
      if (held + floorBytes > heldBytes) return null;
      held += floorBytes;
      let own = floorBytes;
      const isLarge = () => own > largeBytes;
      return {
        grow(bytes) {
          const becomesLarge = own + bytes > largeBytes;
          const added = becomesLarge ? bytes + (isLarge() ? 0 : own) : 0;
          if (held + bytes > heldBytes || heldByLarge + added > heldLargeBytes) return false;
          held += bytes;
          heldByLarge += added;
          own += bytes;
          return true;
        },
        release() {
          held -= own;
          if (isLarge()) heldByLarge -= own;
          own = 0;
        },
      };
    },
  };
}
