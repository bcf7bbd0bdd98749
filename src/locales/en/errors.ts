/** What went wrong, by the code of the error, and what to do. */
export const errors = {
  not_found: {
    title: 'This client is no longer here',
    hint: 'It was deleted, or you may not see it. Go back to the list.',
  },
  stale_version: {
    title: 'Someone else changed this client first',
    hint: 'Look at what changed, then save again. What you typed is kept.',
  },
  version_required: {
    title: 'This cannot be saved',
    hint: 'Reload the page and try again. What you typed is kept.',
  },
  invalid: { title: 'Something is not filled in right', hint: 'Correct the marked fields.' },
  forbidden: {
    title: 'You may not do this',
    hint: 'Ask an administrator for access.',
  },
  step_up_required: { title: 'Please confirm that it is you', hint: 'Confirm, then try again.' },
  conflict: {
    title: 'The clients changed in the meantime',
    hint: 'Check how many there are now, and confirm again.',
  },
  rate_limited: { title: 'Too many requests', hint: 'Wait a minute, then try again.' },
  offline: {
    title: 'No connection',
    hint: 'Check the internet connection. What you typed is kept.',
  },
  timeout: { title: 'The server takes too long', hint: 'Try again. If it stays so, try a little later.' },
  unavailable: {
    title: 'The server does not answer',
    hint: 'Your data is safe. Try again in a minute.',
  },
  malformed_answer: {
    title: 'The server answered with something we do not understand',
    hint: 'Your data is safe. Try again, or tell your administrator.',
  },
  unsupported: {
    title: 'This is not available here',
    hint: 'Ask your administrator whether it can be switched on.',
  },
  unauthenticated: { title: 'You are signed out', hint: 'Sign in again. What you typed is kept.' },
  aborted: { title: 'Stopped', hint: 'Try again when you want to go on.' },
  too_large: { title: 'This is too much at once', hint: 'Try with fewer clients or a smaller file.' },
  storage: {
    title: 'There is no room left to save this',
    hint: 'Free some space in the browser or on the disk, then try again.',
  },
};
