import type { Offer } from './list.events.js';

/** What a host says that it answers. */
export interface Answers {
  readonly withAdd: boolean;
  readonly withImport: boolean;
  readonly withExport: boolean;
  readonly withBirthdays: boolean;
  readonly withSegments: boolean;
  readonly withEdit: boolean;
  readonly withMessage: boolean;
}

export function offersOf(answers: Answers): ReadonlySet<Offer> {
  const said: Readonly<Record<Offer, boolean>> = {
    add: answers.withAdd,
    import: answers.withImport,
    export: answers.withExport,
    birthdays: answers.withBirthdays,
    segments: answers.withSegments,
    edit: answers.withEdit,
    message: answers.withMessage,
  };
  return new Set((Object.keys(said) as Offer[]).filter((offer) => said[offer]));
}
