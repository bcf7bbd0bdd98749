/** Where a panel stands: the side of its anchor, and the edge it lines up with. */
export const PLACEMENTS = [
  'bottom-start',
  'bottom',
  'bottom-end',
  'top-start',
  'top',
  'top-end',
  'start',
  'end',
] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** A rectangle of the viewport, in CSS px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The gap between an anchor and its panel, and between a panel and the viewport's edge, in px. */
export const GAP = 4;
const MARGIN = 8;

/**
 * Where a panel of that size goes beside its anchor: on the asked side if it fits there, else on the other if that
 * holds more of it, and never past the viewport's edge. For browsers without CSS anchors, and for points.
 */
export function place(
  anchor: Box,
  panel: Pick<Box, 'width' | 'height'>,
  viewport: Pick<Box, 'width' | 'height'>,
  placement: Placement,
  isRtl: boolean,
): { left: number; top: number } {
  const within = (at: number, size: number, space: number): number =>
    Math.max(MARGIN, Math.min(at, space - size - MARGIN));
  /** Before or after the anchor along one axis, whichever holds the panel. */
  const beside = (at: number, size: number, own: number, space: number, wantsAfter: boolean): number => {
    const before = at - GAP - own;
    const after = at + size + GAP;
    const [roomBefore, roomAfter] = [at - GAP, space - after];
    const isAfter = wantsAfter
      ? roomAfter >= own || roomAfter >= roomBefore
      : roomBefore < own && roomAfter > roomBefore;
    return isAfter ? after : before;
  };
  if (placement === 'start' || placement === 'end') {
    const wantsRight = (placement === 'end') !== isRtl;
    const left = beside(anchor.left, anchor.width, panel.width, viewport.width, wantsRight);
    return {
      left: within(left, panel.width, viewport.width),
      top: within(anchor.top, panel.height, viewport.height),
    };
  }
  const [side, edge] = placement.split('-');
  const top = beside(anchor.top, anchor.height, panel.height, viewport.height, side === 'bottom');
  const alignsLeft = (edge === 'start') !== isRtl;
  const atRightEdge = anchor.left + anchor.width - panel.width;
  let left = anchor.left + (anchor.width - panel.width) / 2;
  if (edge) {
    left = alignsLeft ? anchor.left : atRightEdge;
    const overflows = alignsLeft ? left + panel.width > viewport.width - MARGIN : left < MARGIN;
    const other = alignsLeft ? atRightEdge : anchor.left;
    if (overflows && other >= MARGIN && other + panel.width <= viewport.width - MARGIN) left = other;
  }
  return {
    left: within(left, panel.width, viewport.width),
    top: within(top, panel.height, viewport.height),
  };
}
