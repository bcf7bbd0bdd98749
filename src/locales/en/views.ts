/** Saved views of the list. */
export const views = {
  view: 'View',
};
