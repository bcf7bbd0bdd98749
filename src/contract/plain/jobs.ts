/** Why a row was skipped or failed: a closed list that hosts may extend with `x-…`. */
export const ROW_REASONS = [
  'unchanged',
  'changed',
  'gone',
  'forbidden',
  'blocked',
  'muted',
  'unsubscribed',
  'no_consent',
  'no_channel',
  'not_enough',
  'invalid',
  'storage',
  'cancelled',
  'transport',
] as const;

export const JOB_STATES = ['queued', 'running', 'paused', 'done', 'cancelled', 'failed', 'undone'] as const;
