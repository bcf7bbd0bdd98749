/** Filters of the list: the menu, the editors, the chips. */
export const filters = {
  filter: 'Filter',
};
