import { quantile } from './page/frames.js';
import { markdown, timedLines } from './report.js';
import { SEGMENTS, type SegmentQuestion, type SegmentRun } from './segments.js';
import type { Typed } from './contestants/segments.js';

const TITLES: Readonly<Record<SegmentQuestion, string>> = {
  fields: 'one to four conditions on fields',
  service: 'two bookings of a service with one of the staff in a period',
  period: 'two bookings in a period',
  spent: 'spent in a period, by bookings that took place',
  dearest: 'dearest booking',
  gone: 'three visits or more, none lately',
};

/** Segments over bookings, and the frames of the page while they are counted. */
export function segmentReport(runs: readonly SegmentRun[]): string {
  const of = (key: keyof Typed): number =>
    quantile(
      runs.map(({ typing }) => typing[key]),
      0.5,
    );
  const percent = (share: number): string => (share * 100).toFixed(1);
  return [
    markdown(
      ['clients counted by a segment, in the worker, ms', ...timedLines.head],
      SEGMENTS.map((question) => [TITLES[question], ...timedLines(runs.map((run) => run[question]))]),
    ),
    markdown(
      ['frames while a segment is typed', 'late %', 'longest, ms'],
      [
        [
          `with a count for each key (${of('counts')} answered)`,
          percent(of('dropped')),
          of('longest').toFixed(0),
        ],
        ['while nothing is asked', percent(of('droppedIdle')), of('longestIdle').toFixed(0)],
      ],
    ),
  ].join('\n');
}
