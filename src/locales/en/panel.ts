/** The quick-info panel of one or several ticked clients. */
export const panel = {
  title: 'Client',
};
