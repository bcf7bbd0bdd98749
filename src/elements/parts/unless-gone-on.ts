const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta']);

/**
 * What is being loaded, or null if the person has gone on before it was there: pressed a key or pressed somewhere. What opens late must not
 * take the keyboard from what is done by then.
 */
export async function unlessGoneOn<T>(loading: T | Promise<T>): Promise<T | null> {
  let isGone = false;
  const watch = new AbortController();
  const options = { capture: true, passive: true, signal: watch.signal };
  const leave = (): void => {
    isGone = true;
  };
  document.addEventListener('pointerdown', leave, options);
  document.addEventListener(
    'keydown',
    ({ key, repeat }) => {
      if (!repeat && !MODIFIERS.has(key)) leave();
    },
    options,
  );
  try {
    const loaded = await loading;
    return isGone ? null : loaded;
  } finally {
    watch.abort();
  }
}
