import { betweenFrames, quantile } from './frames.js';

export interface Timed {
  p50: number;
  p95: number;
  scanP50: number;
  scanP95: number;
  /** Whether every answer was the scan's. */
  isSame: boolean;
}

/** Asks both in turn; the first of each is not counted. */
export async function compare<T>(
  questions: readonly T[],
  ours: (question: T) => unknown,
  scan: (question: T) => unknown,
  isSame: (ours: never, scan: never) => boolean,
): Promise<Timed> {
  const taken: number[] = [];
  const scanned: number[] = [];
  let same = true;
  for (const question of [...questions.slice(0, 3), ...questions]) {
    await betweenFrames();
    let start = performance.now();
    const answer = await ours(question);
    taken.push(performance.now() - start);
    start = performance.now();
    const other = scan(question);
    scanned.push(performance.now() - start);
    same &&= isSame(answer as never, other as never);
  }
  const [mine, theirs] = [taken.slice(3), scanned.slice(3)];
  return {
    p50: quantile(mine, 0.5),
    p95: quantile(mine, 0.95),
    scanP50: quantile(theirs, 0.5),
    scanP95: quantile(theirs, 0.95),
    isSame: same,
  };
}

/** 0, 1, 2 … */
export const many = (times: number): number[] => Array.from({ length: times }, (_, at) => at);
