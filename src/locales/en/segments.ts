import { formatted } from '../plural.js';

/** Ready-made segments, and what is wrong with a condition. What conditions say is in `sentence`. */
export const segments = {
  /** Names of segments that every base can be asked for. */
  ready: {
    boughtOnce: 'Came once',
    boughtOften: 'Come often',
    neverBought: 'Left contacts, never came',
    boughtLongAgo: 'Came long ago',
    birthdaySoon: 'Birthday soon',
    aged30to50: 'Aged 30–50',
    women: 'Women',
    men: 'Men',
    students: 'Students',
    pensioners: 'Pensioners',
    lost: 'Did not come back',
    vip: 'VIP',
    noShows: 'No-shows',
  },
  /** Why a condition cannot be asked, and what to do, beside the place of the fault; by the code of the check. */
  issues: {
    newer_version: 'The segment was made by a newer version. Update, then open it again.',
    wrong_type: 'The value is not of the right kind.',
    unknown_kind: 'There is no such kind of condition.',
    unknown_key: 'The condition holds something that is not known here.',
    empty_group: 'The group is empty. Add a condition, or remove the group.',
    unknown_field: 'There is no such field.',
    not_filterable: 'This field cannot be filtered by.',
    hidden_field: 'You may not see this field.',
    unknown_operator: 'There is no such comparison.',
    operator_not_of_type: 'This comparison does not suit the field.',
    unknown_record: 'There are no such records.',
    unknown_aggregate: 'There is no such figure.',
    required: 'Something is missing here. Fill it in.',
    unexpected_value: 'This comparison needs no value.',
    empty_list: 'Choose at least one.',
    empty_text: 'Write at least one letter or digit.',
    reversed: 'The first value must not be above the second.',
    out_of_range: 'The number is too big.',
    not_safe_text: 'The text holds characters that cannot be stored.',
    unknown_option: 'This choice is no longer there.',
    unknown_channel: 'There is no such channel.',
    unknown_purpose: 'The channel has no such purpose.',
    not_searchable: 'This base cannot search.',
    not_in_records: 'This cannot be asked of a record.',
    unknown_segment: 'This segment is no longer there.',
    circle: 'The segment points back at itself.',
    other: 'The condition is not understood.',
  },
  /** Of limits, with the figure that they allow. */
  limits: {
    too_deep: (limit: number) => `Groups are nested too deep: at most ${formatted('en', limit)} levels.`,
    too_many_conditions: (limit: number) =>
      `There are too many conditions: at most ${formatted('en', limit)}.`,
    too_many_values: (limit: number) => `There are too many values: at most ${formatted('en', limit)}.`,
    too_long: (limit: number) => `The text is too long: at most ${formatted('en', limit)} characters.`,
  },
  /** A fault inside a kept segment that the condition points at. */
  inSegment: (segment: string, problem: string) => `In segment “${segment}”: ${problem}`,
};
