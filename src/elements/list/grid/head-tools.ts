import type { ReactiveControllerHost } from 'lit';
import { ReorderController } from '../../parts/reorder.js';
import { ResizeController } from '../../parts/resize.js';
import { MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH } from '../model/layout.js';
import type { ListModel } from '../model/list-model.js';

/** Moving and resizing columns by pointer: loaded after the first rows, as nobody drags before. */
export interface HeadTools {
  readonly reorder: ReorderController;
  readonly resize: ResizeController;
}

interface Grid extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly model: ListModel | null;
}

/** @param scroller what scrolls while a column is dragged to its edge. */
export function createHeadTools(
  grid: Grid,
  scroller: () => HTMLElement,
  onMove: (from: number, to: number) => void,
): HeadTools {
  return {
    reorder: new ReorderController(grid, {
      axis: 'x',
      items: () => [...grid.renderRoot.querySelectorAll<HTMLElement>('.head-cell.field')],
      scroller,
      onMove,
    }),
    resize: new ResizeController(grid, {
      sizeOf: (field) => {
        const width = grid.model?.layout.columns.find((column) => column.field === field)?.width;
        return width === undefined ? null : { width, min: MIN_COLUMN_WIDTH, max: MAX_COLUMN_WIDTH };
      },
      onResize: (field, width) => grid.model?.resizeColumn(field, width),
      onSettle: () => undefined,
    }),
  };
}
