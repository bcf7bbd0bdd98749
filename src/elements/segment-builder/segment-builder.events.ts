import type { Hue, Id, Issue, Job, ListItem, Segment, SegmentDocument } from '../../contract/index.js';

/** What is to be saved, and as what. */
export interface SegmentSaveDetail {
  readonly as: 'segment' | 'group';
  /** Of a kept segment that is saved again; null for a new one. */
  readonly id: Id | null;
  readonly name: string;
  readonly description?: string;
  readonly hue?: Hue;
  readonly document: SegmentDocument;
}

/** What was saved: a segment, or a group with the job that fills it. */
export type SegmentSavedDetail =
  | { readonly as: 'segment'; readonly segment: Segment }
  | { readonly as: 'group'; readonly group: ListItem; readonly job: Job };

/** Events of `<clientele-segment-builder>`. All bubble and are composed; the requests can be cancelled. */
export interface SegmentBuilderEventMap {
  /** What is built has changed. With `issues` it is no segment yet and finds nobody. */
  'clientele-segment-change': CustomEvent<{ document: SegmentDocument; issues: readonly Issue[] }>;
  /** Is to be saved. Cancel it to keep it yourself. */
  'clientele-segment-save': CustomEvent<SegmentSaveDetail>;
  /** Was saved by the builder. */
  'clientele-segment-saved': CustomEvent<SegmentSavedDetail>;
  /** Is to be shown in a list. Cancel it to show it yourself; else the list of `list` or `for` does. */
  'clientele-segment-apply': CustomEvent<{ document: SegmentDocument }>;
  /** The builder is to be left. Cancel it to keep it as it is; else it goes back to what it began with. */
  'clientele-segment-cancel': CustomEvent<{ isChanged: boolean }>;
}

export function segmentEvent<K extends keyof SegmentBuilderEventMap>(
  type: K,
  detail: SegmentBuilderEventMap[K]['detail'],
): SegmentBuilderEventMap[K] {
  return new CustomEvent(type, {
    detail,
    bubbles: true,
    composed: true,
    cancelable: true,
  }) as SegmentBuilderEventMap[K];
}

declare global {
  interface HTMLElementEventMap extends SegmentBuilderEventMap {}
}
