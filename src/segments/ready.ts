import type { Catalogue, DateSpec, Hue, Lists, Node, SegmentDocument, Settings } from '../contract/index.js';
import { checkSegment, type CheckOptions } from './check.js';

/** Segments that every business asks for, in the order in which they are offered. Their names are terms: `segments.ready`. */
export const READY_SEGMENTS = [
  'boughtOnce',
  'boughtOften',
  'neverBought',
  'boughtLongAgo',
  'birthdaySoon',
  'aged30to50',
  'women',
  'men',
  'students',
  'pensioners',
  'lost',
  'vip',
  'noShows',
] as const;
export type ReadySegmentId = (typeof READY_SEGMENTS)[number];

export interface ReadySegment {
  id: ReadySegmentId;
  hue: Hue;
  /** Name of an icon (lucide). */
  icon: string;
  document: SegmentDocument;
}

export interface ReadyOptions extends Pick<CheckOptions, 'capabilities' | 'hidden' | 'masked'> {
  catalogue: Pick<Catalogue, 'fields' | 'records'>;
  settings: Pick<Settings, 'currency' | 'lostAfterDays'>;
  /** The tiers: the highest makes a client a VIP too. */
  lists?: Pick<Lists, 'tiers'> | undefined;
  /** Other figures than the usual ones. */
  figures?: Partial<ReadyFigures> | undefined;
}

export interface ReadyFigures {
  /** Visits from which on somebody buys often. Default 5. */
  often: number;
  /** Days without a visit that are long ago. Default: twice those after which a client is lost. */
  longAgoDays: number;
  /** Minor units spent from which on somebody is a VIP. Default: about 1,000 euros in the base's currency. */
  vipSpent: number;
  /** Age from which on somebody is taken for a pensioner. Default 65. */
  pensionAge: number;
}

/** About 1,000 euros, in whole units; 1,000 of any other currency. */
const VIP_SPENT: Readonly<Record<string, number>> = {
  BGN: 2000,
  CZK: 25_000,
  HUF: 400_000,
  JPY: 150_000,
  KZT: 500_000,
  PLN: 4000,
  RUB: 100_000,
  UAH: 40_000,
};

/**
 * Ready documents, without those that the base cannot answer or the user may not ask:
 * - bought once, often: exactly one visit; at least `often`. Never bought: no visit, and a phone or an e-mail was left.
 * - bought long ago: last visit more than `longAgoDays` ago. Lost: by status, so somebody who has a booking is not.
 * - birthday in the next 7 days; aged 30 to 50; women; men; no-shows: at least one.
 * - students, pensioners: by a word in the occupation, which is compared folded and so meets all bundled languages; or aged `pensionAge` and more.
 * - VIP: spent at least `vipSpent`, or of the highest tier.
 */
export function readySegments(options: ReadyOptions): ReadySegment[] {
  const { catalogue } = options;
  const looks = looksOf(options);
  return READY_SEGMENTS.flatMap((id): ReadySegment[] => {
    const { hue, icon, where } = looks[id];
    const checked = checkSegment({ v: 1, where }, catalogue, options);
    return checked.ok ? [{ id, hue, icon, document: checked.document }] : [];
  });
}

type Look = Pick<ReadySegment, 'hue' | 'icon'> & { where: Node };

function looksOf({ catalogue, settings, lists, figures = {} }: ReadyOptions): Record<ReadySegmentId, Look> {
  const { currency, lostAfterDays } = settings;
  const { often = 5, longAgoDays = lostAfterDays * 2, vipSpent = vipIn(currency), pensionAge = 65 } = figures;
  const today: DateSpec = { ago: 0, unit: 'day' };
  const works = (word: string): Node => ({ kind: 'field', field: 'occupation', op: 'contains', value: word });
  const tiers = catalogue.fields.get('tier')?.list === 'tiers' ? (lists?.tiers ?? []) : [];
  const top = tiers
    .filter(({ archived }) => !archived)
    .reduce<(typeof tiers)[number] | null>(
      (best, tier) => (best === null || (tier.level ?? 0) > (best.level ?? 0) ? tier : best),
      null,
    );
  const spent: Node = { kind: 'field', field: 'totalSpent', op: 'gte', value: vipSpent };
  return {
    boughtOnce: {
      hue: 'blue',
      icon: 'shopping-bag',
      where: { kind: 'field', field: 'visits', op: 'is', value: 1 },
    },
    boughtOften: {
      hue: 'green',
      icon: 'repeat',
      where: { kind: 'field', field: 'visits', op: 'gte', value: often },
    },
    neverBought: {
      hue: 'cyan',
      icon: 'contact',
      where: {
        kind: 'all',
        of: [
          { kind: 'field', field: 'visits', op: 'lt', value: 1, orMissing: true },
          {
            kind: 'any',
            of: [
              { kind: 'field', field: 'phones', op: 'exists' },
              { kind: 'field', field: 'emails', op: 'exists' },
            ],
          },
        ],
      },
    },
    boughtLongAgo: {
      hue: 'amber',
      icon: 'hourglass',
      where: { kind: 'field', field: 'lastVisit', op: 'lt', value: { ago: longAgoDays, unit: 'day' } },
    },
    birthdaySoon: {
      hue: 'orange',
      icon: 'cake',
      where: {
        kind: 'field',
        field: 'birthday',
        op: 'anniversary',
        value: [today, { ahead: 7, unit: 'day' }],
      },
    },
    aged30to50: {
      hue: 'indigo',
      icon: 'calendar-range',
      where: { kind: 'field', field: 'age', op: 'between', value: [30, 50] },
    },
    women: {
      hue: 'pink',
      icon: 'venus',
      where: { kind: 'field', field: 'gender', op: 'in', value: ['female'] },
    },
    men: { hue: 'blue', icon: 'mars', where: { kind: 'field', field: 'gender', op: 'in', value: ['male'] } },
    students: { hue: 'lime', icon: 'graduation-cap', where: works('student') },
    pensioners: {
      hue: 'teal',
      icon: 'armchair',
      where: {
        kind: 'any',
        of: [
          { kind: 'field', field: 'age', op: 'gte', value: pensionAge },
          works('pension'),
          works('důchod'),
          works('retired'),
        ],
      },
    },
    lost: {
      hue: 'red',
      icon: 'user-x',
      where: { kind: 'field', field: 'status', op: 'in', value: ['lost'] },
    },
    vip: {
      hue: 'violet',
      icon: 'crown',
      where:
        top === null
          ? spent
          : { kind: 'any', of: [spent, { kind: 'field', field: 'tier', op: 'in', value: [top.id] }] },
    },
    noShows: {
      hue: 'grey',
      icon: 'calendar-x',
      where: { kind: 'field', field: 'noShows', op: 'gte', value: 1 },
    },
  };
}

function vipIn(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return (VIP_SPENT[currency] ?? 1000) * 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
}
