/** Shown in place of a widget that has no session, or whose session could not start. */
export const provider = {
  starting: 'Loading clients…',
  noProvider: {
    title: 'There are no clients to show here',
    hint: 'This page is not connected to a client base yet.',
  },
  failed: { title: 'The client base could not be opened' },
};
