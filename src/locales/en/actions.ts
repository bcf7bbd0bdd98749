import { plural } from '../plural.js';

/** What can be done to one client or many: names, buttons with their counts, questions, and what the toast says afterwards. */
export const actions = {
  favourite: {
    label: 'Favourite',
    on: 'Add to favourites',
    off: 'Remove from favourites',
    button: (count: number) =>
      plural('en', count, { one: 'Add # client to favourites', other: 'Add # clients to favourites' }),
    done: (count: number) =>
      plural('en', count, { one: 'Added to favourites', other: '# clients added to favourites' }),
    doneOff: (count: number) =>
      plural('en', count, { one: 'Removed from favourites', other: '# clients removed from favourites' }),
  },
  block: {
    label: 'Block',
    button: (count: number) => plural('en', count, { one: 'Block # client', other: 'Block # clients' }),
    title: (count: number) => plural('en', count, { one: 'Block this client?', other: 'Block # clients?' }),
    text: 'Blocked clients cannot book and get no messages. You can unblock them at any time.',
    reason: 'Reason',
    done: (count: number) => plural('en', count, { one: 'Client blocked', other: '# clients blocked' }),
  },
  unblock: {
    label: 'Unblock',
    button: (count: number) => plural('en', count, { one: 'Unblock # client', other: 'Unblock # clients' }),
    done: (count: number) => plural('en', count, { one: 'Client unblocked', other: '# clients unblocked' }),
  },
  delete: {
    label: 'Delete',
    button: (count: number) => plural('en', count, { one: 'Delete # client', other: 'Delete # clients' }),
    title: (count: number) => plural('en', count, { one: 'Delete this client?', other: 'Delete # clients?' }),
    text: (count: number) =>
      plural('en', count, {
        one: 'The client leaves the list together with the history. You can restore it.',
        other: '# clients leave the list together with their history. You can restore them.',
      }),
    word: 'DELETE',
    typeWord: (word: string) => `Type ${word} to confirm`,
    wrongWord: (word: string) => `This is not the word ${word}`,
    done: (count: number) => plural('en', count, { one: 'Client deleted', other: '# clients deleted' }),
  },
  restore: {
    label: 'Restore',
    button: (count: number) => plural('en', count, { one: 'Restore # client', other: 'Restore # clients' }),
    done: (count: number) => plural('en', count, { one: 'Client restored', other: '# clients restored' }),
  },
  addToCategory: {
    label: 'Add to category',
    title: (count: number) =>
      plural('en', count, { one: 'Add this client to a category', other: 'Add # clients to a category' }),
    button: (count: number) => plural('en', count, { one: 'Add # client', other: 'Add # clients' }),
    done: (count: number) =>
      plural('en', count, { one: 'Added to the category', other: '# clients added to the category' }),
  },
  removeFromCategory: {
    label: 'Remove from category',
    title: (count: number) =>
      plural('en', count, {
        one: 'Remove this client from a category',
        other: 'Remove # clients from a category',
      }),
    button: (count: number) => plural('en', count, { one: 'Remove # client', other: 'Remove # clients' }),
    done: (count: number) =>
      plural('en', count, { one: 'Removed from the category', other: '# clients removed from the category' }),
  },
  addToGroup: {
    label: 'Add to group',
    title: (count: number) =>
      plural('en', count, { one: 'Add this client to a group', other: 'Add # clients to a group' }),
    button: (count: number) => plural('en', count, { one: 'Add # client', other: 'Add # clients' }),
    done: (count: number) =>
      plural('en', count, { one: 'Added to the group', other: '# clients added to the group' }),
  },
  removeFromGroup: {
    label: 'Remove from group',
    title: (count: number) =>
      plural('en', count, { one: 'Remove this client from a group', other: 'Remove # clients from a group' }),
    button: (count: number) => plural('en', count, { one: 'Remove # client', other: 'Remove # clients' }),
    done: (count: number) =>
      plural('en', count, { one: 'Removed from the group', other: '# clients removed from the group' }),
  },
  setTier: {
    label: 'Change tier',
    title: (count: number) =>
      plural('en', count, { one: 'Change the tier of this client', other: 'Change the tier of # clients' }),
    button: (count: number) =>
      plural('en', count, { one: 'Change the tier of # client', other: 'Change the tier of # clients' }),
    done: (count: number) => plural('en', count, { one: 'Tier changed', other: 'Tier of # clients changed' }),
  },
  /** What became of a job. */
  job: {
    running: (done: string, total: string) => `${done} of ${total}`,
    cancel: 'Stop',
    cancelled: (done: string, total: string) => `Stopped after ${done} of ${total}`,
    undone: (count: number) => plural('en', count, { one: 'Undone', other: 'Undone for # clients' }),
    undoneSome: (count: number) =>
      plural('en', count, {
        one: '# client was changed since and stays as it is',
        other: '# clients were changed since and stay as they are',
      }),
    failed: (count: number) => plural('en', count, { one: '# failed', other: '# failed' }),
    skipped: (count: number) => plural('en', count, { one: '# skipped', other: '# skipped' }),
    retryFailed: (count: number) =>
      plural('en', count, { one: 'Try # failed again', other: 'Try # failed again' }),
    nothing: 'There is nothing to change',
    /** Why a client was skipped or failed. */
    reasons: {
      unchanged: 'already so',
      changed: 'changed in the meantime',
      gone: 'deleted in the meantime',
      forbidden: 'no permission',
      blocked: 'blocked',
      muted: 'muted',
      unsubscribed: 'unsubscribed',
      no_consent: 'no consent',
      no_channel: 'no address for this channel',
      not_enough: 'not enough on the balance',
      invalid: 'a value is not valid',
      storage: 'could not be saved',
      cancelled: 'stopped before',
      transport: 'could not be delivered',
    },
    otherReason: 'another reason',
  },
};
