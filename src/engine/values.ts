import {
  birthday,
  day,
  id as idSchema,
  instant,
  isSafeText,
  MAX_TEXT,
  type Contact,
  type Field,
  type FieldType,
  type Issue,
  type Lists,
  type Value,
} from '../contract/index.js';

/** Value null: what was given is as good as nothing, and clears the field. */
export type Checked = { ok: true; value: Value | null } | { ok: false; issues: Issue[] };

const MOST_TEXTS = 200;
const MOST_CONTACTS = 50;
const MOST_OPTIONS = 1000;
const PHONE = /^\+[1-9]\d{4,14}$/;
const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/;
/** A scheme, or a network path: what remains is relative to the page. */
const ABSOLUTE = /^([a-z][a-z0-9+.-]*:|[\\/]{2})/i;
const SAFE_ADDRESS = /^(https:\/\/|data:image\/|blob:)/i;

/** Checks a value that is not null against its field's definition. Issues stand at the field's id, and below it at the place in a list. */
export function checkValue(field: Field, value: unknown, lists?: Lists): Checked {
  return CHECKS[field.type](value, new Place(field, lists));
}

/** What a check knows of the field, and how it says what is wrong. */
class Place {
  readonly #path: readonly (string | number)[];

  constructor(
    readonly field: Field,
    readonly lists: Lists | undefined,
    path: readonly (string | number)[] = [field.id],
  ) {
    this.#path = path;
  }

  at(...more: (string | number)[]): Place {
    return new Place(this.field, this.lists, [...this.#path, ...more]);
  }

  refuse(
    code: string,
    message: string,
    params?: Record<string, string | number>,
  ): { ok: false; issues: Issue[] } {
    return { ok: false, issues: [{ path: [...this.#path], code, message, ...(params ? { params } : {}) }] };
  }
}

type Check = (value: unknown, place: Place) => Checked;

const accept = (value: Value | null): Checked => ({ ok: true, value });

const text: Check = (value, place) => {
  if (typeof value !== 'string') return place.refuse('wrong_type', 'a text is wanted');
  const most = Math.min(place.field.maxLength ?? MAX_TEXT, MAX_TEXT);
  const cut = value.trim();
  if (cut.length > most) return place.refuse('too_long', `at most ${most} characters`, { max: most });
  if (!isSafeText(cut)) return place.refuse('unsafe_text', 'NUL and lone surrogates are refused');
  return accept(cut === '' ? null : cut);
};

const within = (
  value: number,
  { min, max }: { min?: number | undefined; max?: number | undefined },
  place: Place,
) => {
  if (min !== undefined && value < min) return place.refuse('too_small', `at least ${min}`, { min });
  if (max !== undefined && value > max) return place.refuse('too_big', `at most ${max}`, { max });
  // −0 would be another value than 0 to some engines.
  return accept(value + 0);
};

const isRounded = (value: number, decimals: number) => {
  const scaled = value * 10 ** decimals;
  return Number.isSafeInteger(Math.round(scaled)) && Math.abs(scaled - Math.round(scaled)) < 1e-6;
};

const decimal =
  (decimalsOf: (field: Field) => number, limits: { min?: number; max?: number } = {}): Check =>
  (value, place) => {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return place.refuse('wrong_type', 'a number is wanted');
    const decimals = decimalsOf(place.field);
    if (decimals === 0 && !Number.isSafeInteger(value))
      return place.refuse('not_whole', 'a whole number is wanted');
    if (!isRounded(value, decimals)) {
      return place.refuse('too_precise', `at most ${decimals} digits after the point`, { decimals });
    }
    return within(value, { min: place.field.min ?? limits.min, max: place.field.max ?? limits.max }, place);
  };

const matching =
  (schema: { safeParse(value: unknown): { success: boolean } }, code: string, message: string): Check =>
  (value, place) => {
    const cut = typeof value === 'string' ? value.trim() : value;
    if (cut === '') return accept(null);
    return schema.safeParse(cut).success ? accept(cut as string) : place.refuse(code, message);
  };

/** Ids that a choice may take; null: the definition and the base name none, so any id will do. */
function optionsOf({ field, lists }: Place): ReadonlySet<string> | null {
  if (field.options) return new Set(field.options.map((option) => option.id));
  const list = field.list && lists?.[field.list];
  return list ? new Set(list.map((item) => item.id)) : null;
}

function option(value: unknown, known: ReadonlySet<string> | null, place: Place): Checked {
  if (typeof value !== 'string') return place.refuse('wrong_type', 'the id of an option is wanted');
  const isKnown = known ? known.has(value) : idSchema.safeParse(value).success;
  return isKnown ? accept(value) : place.refuse('unknown_option', 'there is no such option');
}

/** Checks each entry, drops repeats by `keyOf`, and answers null for an empty list. */
function list<T extends string | Contact>(
  value: unknown,
  place: Place,
  most: number,
  check: (entry: unknown, at: Place) => { ok: true; value: T } | { ok: false; issues: Issue[] },
  keyOf: (entry: T) => string | null,
): Checked {
  if (!Array.isArray(value)) return place.refuse('wrong_type', 'a list is wanted');
  if (value.length > most) return place.refuse('too_many', `at most ${most}`, { max: most });
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const kept: T[] = [];
  value.forEach((entry, index) => {
    const outcome = check(entry, place.at(index));
    if (!outcome.ok) {
      issues.push(...outcome.issues);
      return;
    }
    const key = keyOf(outcome.value);
    if (key !== null && seen.has(key)) return;
    if (key !== null) seen.add(key);
    kept.push(outcome.value);
  });
  if (issues.length > 0) return { ok: false, issues };
  return accept(kept.length === 0 ? null : (kept as Value));
}

const contacts =
  (isValid: (value: string) => boolean, code: string, message: string): Check =>
  (value, place) =>
    list<Contact>(
      value,
      place,
      MOST_CONTACTS,
      (entry, at) => {
        if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
          return at.refuse('wrong_type', 'a contact { value, label } is wanted');
        }
        const { value: address, label, masked } = entry as Record<string, unknown>;
        if (masked !== undefined) return at.refuse('masked', 'a masked contact cannot be written back');
        if (typeof address !== 'string') return at.at('value').refuse('required', 'a contact needs a value');
        const cut = address.trim();
        if (!isValid(cut)) return at.at('value').refuse(code, message);
        if (label === undefined || label === null) return { ok: true, value: { value: cut } };
        const isLabel = typeof label === 'string' && label.trim().length <= 60 && isSafeText(label);
        if (!isLabel) return at.at('label').refuse('wrong_type', 'a text of at most 60 characters is wanted');
        return {
          ok: true,
          value: label.trim() === '' ? { value: cut } : { value: cut, label: label.trim() },
        };
      },
      (contact) => contact.value.toLowerCase(),
    );

const CHECKS: Record<FieldType, Check> = {
  text,
  number: decimal((field) => field.decimals ?? 0),
  money: decimal(() => 0),
  percent: decimal(() => 2, { min: 0, max: 100 }),
  boolean: (value, place) =>
    typeof value === 'boolean' ? accept(value) : place.refuse('wrong_type', 'true or false is wanted'),
  day: matching(day, 'not_a_day', 'a day that exists is wanted, YYYY-MM-DD'),
  birthday: matching(birthday, 'not_a_day', 'a day that exists is wanted, YYYY-MM-DD or --MM-DD'),
  instant: matching(instant, 'not_an_instant', 'an instant in UTC is wanted, YYYY-MM-DDThh:mm:ssZ'),
  choice: (value, place) => option(value, optionsOf(place), place),
  choices: (value, place) => {
    const known = optionsOf(place);
    return list<string>(
      value,
      place,
      MOST_OPTIONS,
      (entry, at) => option(entry, known, at) as { ok: true; value: string },
      (entry) => entry,
    );
  },
  texts: (value, place) =>
    list<string>(
      value,
      place,
      MOST_TEXTS,
      (entry, at) => {
        const outcome = text(entry, at);
        if (outcome.ok && outcome.value === null) return at.refuse('required', 'an empty entry');
        return outcome as { ok: true; value: string };
      },
      () => null,
    ),
  phones: contacts(
    (value) => PHONE.test(value),
    'not_a_phone',
    'a phone in international form is wanted, +359888123456',
  ),
  emails: contacts(
    (value) => value.length <= 254 && isSafeText(value) && EMAIL.test(value),
    'not_an_email',
    'an e-mail address is wanted',
  ),
  image: (value, place) => {
    const outcome = text(value, place);
    if (!outcome.ok || outcome.value === null) return outcome;
    const address = outcome.value as string;
    // Browsers drop white space and control characters from an address, so `java\nscript:` would be a scheme.
    const isPlain = !Array.from(address).some((character) => character <= ' ');
    const isSafe = isPlain && (SAFE_ADDRESS.test(address) || !ABSOLUTE.test(address));
    return isSafe
      ? outcome
      : place.refuse(
          'unsafe_address',
          'an address with https:, data:image/ or blob:, or a relative one, is wanted',
        );
  },
};
