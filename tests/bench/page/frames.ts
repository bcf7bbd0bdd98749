const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** The task queued from the next frame: when it runs, the frame has been painted. Answers the time then. */
export async function painted(): Promise<number> {
  await frame();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(performance.now());
    };
    port2.postMessage(0);
  });
}

/** A task between frames. */
export const betweenFrames = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
