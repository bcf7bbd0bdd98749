import type { ClientRecord } from '../contract/index.js';
import { dayOf } from '../time/index.js';
import { sampleLists } from './lists.js';
import { drawPerson, sampleId, type Person } from './person.js';
import { Random } from './random.js';
import { ALERTS, MESSAGES, NOTES, REVIEWS } from './texts.js';
import { sampleHistory, type SampleBooking, type SampleHistory } from './visits.js';

const DAY_MS = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();

type Values = Record<string, unknown>;

/** What the records of one client are drawn from. */
interface Life {
  seed: number;
  row: number;
  clients: number;
  /** Day number of today. */
  day: number;
  person: Person;
  history: SampleHistory;
  arrived: readonly SampleBooking[];
  /** One for each kind, so that no kind changes with another. */
  random: Random;
}

const textOf = (texts: Readonly<Record<string, readonly string[]>>, language: string) =>
  texts[language] ?? texts['en'] ?? [];
/** Some moment between the client's first day and today. */
const since = ({ random, history, day }: Life): number =>
  history.created + Math.floor(random.next() * Math.max(1, day * DAY_MS - history.created));
/** Less than once in so many clients, and seldom of those who never came. */
const isOne = ({ random, arrived }: Life, share: number): boolean =>
  random.chance(arrived.length > 0 ? share : share / 4);

const KINDS: Readonly<Record<string, (life: Life) => Values[]>> = {
  notes(life) {
    const { random, person, history } = life;
    const author = random.pick(sampleLists.staff);
    const signed = { author: author.name, actor: author.id, audience: 'all' };
    const notes: Values[] = [];
    if (person.allergies)
      notes.push({
        at: iso(history.created),
        text: random.pick(textOf(ALERTS, person.language)),
        ...signed,
        pinned: true,
        alert: true,
      });
    for (let left = isOne(life, 0.45) ? random.whole(1, 3) : 0; left > 0; left--)
      notes.push({
        at: iso(since(life)),
        text: random.pick(textOf(NOTES, person.language)),
        ...signed,
        pinned: random.chance(0.1),
        alert: false,
      });
    return notes;
  },
  instalments({ person, day }) {
    if (person.debt === 0) return [];
    const half = Math.floor(person.debt / 2);
    return [half, person.debt - half].map((amount, index) => ({
      due: dayOf(day + 10 + index * 30),
      title: 'Balayage',
      amount,
      state: 'due',
    }));
  },
  memberships(life) {
    const { random, day } = life;
    if (!isOne(life, 0.08)) return [];
    const from = day - random.whole(0, 400);
    const visitsTotal = random.pick([5, 10, 20]);
    const isOver = from + 365 < day;
    return [
      {
        from: dayOf(from),
        until: dayOf(from + 365),
        title: `Massage × ${visitsTotal}`,
        visitsTotal,
        visitsLeft: random.whole(0, visitsTotal),
        price: visitsTotal * 3800,
        state: isOver ? 'expired' : random.chance(0.05) ? 'frozen' : 'active',
      },
    ];
  },
  referrals(life) {
    const { random, seed, row, clients } = life;
    if (!isOne(life, 0.06) || clients < 2) return [];
    const other = (row + random.whole(1, clients - 1)) % clients;
    const { firstName, lastName } = drawPerson(seed, other, life.day);
    const state = random.pick(['invited', 'joined', 'rewarded']);
    const reward = state === 'rewarded' ? { reward: 50 } : {};
    return [{ at: iso(since(life)), referred: `${firstName} ${lastName}`, state, ...reward }];
  },
  cards: ({ person, history }) =>
    person.cardNumber
      ? [
          {
            issued: dayOf(Math.floor(history.created / DAY_MS)),
            number: person.cardNumber,
            kind: 'Club',
            state: 'active',
          },
        ]
      : [],
  deposits(life) {
    const { person, random } = life;
    if (person.depositBalance === 0) return [];
    const staff = random.pick(sampleLists.staff).id;
    const paid = person.depositBalance + random.whole(0, 20) * 100;
    const at = since(life);
    const rest = paid - person.depositBalance;
    return [
      { at: iso(at), amount: paid, reason: 'Paid in', staff },
      ...(rest > 0 ? [{ at: iso(at + 1_800_000), amount: -rest, reason: 'Visit', staff }] : []),
    ];
  },
  certificates(life) {
    const { random, day } = life;
    if (!isOne(life, 0.05)) return [];
    const issued = day - random.whole(0, 500);
    const amount = random.pick([5000, 10_000, 15_000]);
    const isOver = issued + 365 < day;
    const left = random.chance(0.5) ? amount : random.chance(0.5) ? 0 : amount / 2;
    return [
      {
        issued: dayOf(issued),
        code: `G-${random.whole(100_000, 999_999)}`,
        title: 'Gift',
        amount,
        left,
        expires: dayOf(issued + 365),
        state: left === 0 ? 'used' : isOver ? 'expired' : 'active',
      },
    ];
  },
  questionnaires(life) {
    const { random } = life;
    if (!isOne(life, 0.1)) return [];
    const isFilled = random.chance(0.7);
    const answers = isFilled ? { answers: 'Skin: dry\nPregnancy: no\nMedicines: none' } : {};
    return [{ at: iso(since(life)), title: 'First visit', ...answers, state: isFilled ? 'filled' : 'sent' }];
  },
  reviews({ arrived, random, person }) {
    return arrived.flatMap(({ start, staff }) => {
      if (!random.chance(0.05)) return [];
      const fate = random.weighted([55, 28, 12, 5]);
      const text = textOf(REVIEWS, person.language)[fate];
      return [
        {
          at: iso(start + DAY_MS),
          rating: [5, 4, 3, 2][fate],
          text,
          staff,
          place: random.pick(['Google', 'Site']),
          answered: random.chance(0.6),
        },
      ];
    });
  },
  messages({ history, random, person, day }) {
    const channel = person.phone ? 'sms' : person.email ? 'email' : null;
    if (channel === null) return [];
    const [reminder, offer] = textOf(MESSAGES, person.language);
    const sent = history.bookings
      .filter(({ state }) => state !== 'requested')
      .slice(-6)
      .map(({ start }) => {
        const at = start - DAY_MS;
        const isPast = at < day * DAY_MS;
        const state = isPast ? random.pick(['delivered', 'delivered', 'read', 'failed']) : 'planned';
        return {
          at: iso(at),
          direction: 'out',
          channel,
          purpose: 'transactional',
          state,
          text: reminder,
          ...(state === 'failed' ? { reason: 'The number does not answer' } : {}),
        };
      });
    if (!person.subscribed || person.muted || !random.chance(0.4)) return sent;
    const at = iso((day - random.whole(1, 60)) * DAY_MS + 36_000_000);
    const purpose = 'marketing';
    return [...sent, { at, direction: 'out', channel, purpose, state: 'delivered', text: offer }];
  },
  scenarios(life) {
    const { random, person, day } = life;
    if (!person.subscribed || !isOne(life, 0.12)) return [];
    const isActive = random.chance(0.5);
    return [
      {
        at: iso(since(life)),
        title: random.pick(['Come back', 'After the first visit']),
        step: random.pick(['Wait for a visit', 'Send an offer']),
        ...(isActive ? { next: iso((day + random.whole(1, 20)) * DAY_MS + 36_000_000) } : {}),
        state: isActive ? 'active' : random.pick(['finished', 'stopped']),
        startedBy: random.pick(sampleLists.staff).name,
      },
    ];
  },
  events({ history, day }) {
    return history.bookings.slice(-4).flatMap(({ start, state }) => {
      const made = { at: iso(start - 6 * DAY_MS), kind: 'bookingCreated', state: 'past' };
      if (state === 'cancelled')
        return [made, { at: iso(start - DAY_MS), kind: 'bookingCancelled', state: 'past' }];
      return start > day * DAY_MS
        ? [made, { at: iso(start - DAY_MS), kind: 'reminder', state: 'planned' }]
        : [made];
    });
  },
  files(life) {
    const { random } = life;
    if (!isOne(life, 0.06)) return [];
    const name = random.pick(['before.jpg', 'after.jpg', 'agreement.pdf']);
    return [
      {
        at: iso(since(life)),
        name,
        size: random.whole(80, 2400) * 1024,
        type: name.endsWith('pdf') ? 'application/pdf' : 'image/jpeg',
        author: random.pick(sampleLists.staff).name,
      },
    ];
  },
  consents({ person, history, random }) {
    const source = random.pick(['At the desk', 'Online booking', 'By phone']);
    const at = iso(history.created + 600_000);
    return person.consents.map((consent) => {
      const [channel, purpose] = consent.split(':');
      const wording = 'I agree to be written to.';
      return { at, about: 'consent', channel, purpose, given: true, wording, source };
    });
  },
  /** Neighbouring rows with one last name are a household now and then. */
  relations({ random, seed, row, clients, day }) {
    if (row % 2 === 1 || row + 1 >= clients || !random.chance(0.05)) return [];
    return [
      {
        since: dayOf(day - random.whole(30, 900)),
        to: sampleId(seed, row + 1),
        relation: random.pick(['partner', 'child', 'sibling', 'friend']),
        getsMessages: random.chance(0.3),
        mayBook: random.chance(0.6),
        pays: random.chance(0.3),
      },
    ];
  },
  audit({ person, history, random }) {
    const actor = random.pick(sampleLists.staff).id;
    const at = iso(history.created);
    return [{ at, actor, action: 'create', field: 'firstName', after: person.firstName }];
  },
};

/** The kinds of which the sample has records beside bookings, sales and points. */
export const SAMPLE_RECORD_KINDS: readonly string[] = Object.keys(KINDS);

/** The records of one further kind: drawn while they are walked, the same however often. `dateOf`: the kind's date field. */
export function* sampleRecordsOf(
  record: string,
  dateOf: string,
  { clients, seed, day }: { clients: number; seed: number; day: number },
): Generator<ClientRecord> {
  const draw = KINDS[record];
  if (!draw) return;
  const salt = seed + 104_729 * (1 + SAMPLE_RECORD_KINDS.indexOf(record));
  for (let row = 0; row < clients; row++) {
    const history = sampleHistory(seed, row, day);
    let person: Person | undefined;
    const arrived = history.bookings.filter(({ state }) => state === 'arrived');
    const random = new Random(salt, row);
    const own = draw({
      ...{ seed, row, clients, day, history, arrived, random },
      // Costs more than all the rest, and few kinds look.
      get person() {
        return (person ??= drawPerson(seed, row, day, history));
      },
    });
    const client = sampleId(seed, row);
    for (const [index, values] of own.entries()) {
      const at = (values[dateOf] as string | undefined) ?? null;
      yield { id: `${record[0]}.${client}.${index}`, version: 1, record, client, at, values };
    }
  }
}
