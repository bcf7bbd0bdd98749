export { createTable, getCoreRowModel, getSortedRowModel } from '@tanstack/table-core';
export { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
