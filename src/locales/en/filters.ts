/** The row of filters above the rows: what is always there. What conditions say, and their editors, are in `conditions`. */
export const filters = {
  filter: 'Filter',
  filters: 'Filters',
  clearAll: 'Clear all',
  saveAsSegment: 'Save as segment',
  columns: 'Columns',
};
