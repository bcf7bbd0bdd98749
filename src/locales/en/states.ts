/** What stands where the rows of the list would be: none, none found, none to be seen, and what has failed. */
export const states = {
  empty: 'No clients yet',
  emptyHint: 'Add the first one, or bring in a list you already have.',
  emptyHintWithoutAdd: 'Clients appear here as soon as the first booking is made.',
  nothingFound: 'No client fits',
  nothingFoundHint: 'Change what you search for, or take a filter away.',
  clearFilters: 'Clear filters',
  forbidden: 'You may not see clients',
  forbiddenHint: 'Ask the owner of the account for access.',
  offline: 'You are offline',
  offlineHint: 'The list will be back as soon as the connection is.',
  failed: 'The clients could not be loaded',
  failedHint: 'Nothing is lost. Try again in a moment.',
  misunderstood: 'A filter is no longer understood',
  misunderstoodHint: 'Nobody is shown until it is changed or taken away.',
  /** Under an error: the number to quote to those who run the server. */
  requestNumber: (request: string) => `Request number: ${request}`,
};
