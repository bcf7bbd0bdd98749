/** A page must get a frame between two pieces of long work. */
const LONGEST = 12;

/** Lets others run, but only when it is long since they last did: awaiting each time would cost more than the work. */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < LONGEST) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        since = performance.now();
        resolve();
      });
    });
  };
}
