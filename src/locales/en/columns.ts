/** The gear of the list: which columns are shown, in which order, which are pinned. */
export const columns = {
  title: 'Columns',
  pin: 'Pin',
};
