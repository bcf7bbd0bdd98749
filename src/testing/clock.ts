import type { Instant } from '../contract/index.js';

/** A clock that stands still until it is moved: hand `now` to an adapter, and time in a test is yours. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  advance(milliseconds: number): void;
  set(instant: Instant): void;
}

/** @throws RangeError when the instant is none. */
export function fixedClock(start: Instant): Clock {
  let at = parse(start);
  return {
    now: () => at,
    advance: (milliseconds) => {
      at += milliseconds;
    },
    set: (instant) => {
      at = parse(instant);
    },
  };
}

function parse(instant: Instant): number {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new RangeError(`"${instant}" is no instant`);
  return at;
}
