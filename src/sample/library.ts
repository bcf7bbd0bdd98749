import type { Node, Rule, Segment } from '../contract/index.js';

type Words = Readonly<Record<'en' | 'ru' | 'bg' | 'cs' | 'lv', string>>;
type Named<T extends Segment | Rule> = Omit<T, 'version' | 'name'> & { name: Words };

const of = (where: Node) => ({ v: 1 as const, where });
const state = (value: string): Node => ({ kind: 'field', field: 'state', op: 'in', value: [value] });

const SEGMENTS: readonly Named<Segment>[] = [
  {
    id: 's-birthday',
    hue: 'pink',
    name: {
      en: 'Birthday in the next two weeks',
      ru: 'День рождения в ближайшие две недели',
      bg: 'Рожден ден през следващите две седмици',
      cs: 'Narozeniny v příštích dvou týdnech',
      lv: 'Dzimšanas diena tuvākajās divās nedēļās',
    },
    document: of({
      kind: 'field',
      field: 'birthday',
      op: 'anniversary',
      value: [
        { ago: 0, unit: 'day' },
        { ahead: 14, unit: 'day' },
      ],
    }),
  },
  {
    id: 's-once',
    hue: 'blue',
    name: {
      en: 'Came once',
      ru: 'Пришли один раз',
      bg: 'Дошли веднъж',
      cs: 'Přišli jednou',
      lv: 'Atnākuši vienreiz',
    },
    document: of({ kind: 'field', field: 'visits', op: 'is', value: 1 }),
  },
  {
    id: 's-best',
    hue: 'violet',
    name: {
      en: 'Our best clients',
      ru: 'Лучшие клиенты',
      bg: 'Най-добрите ни клиенти',
      cs: 'Naši nejlepší zákazníci',
      lv: 'Mūsu labākie klienti',
    },
    document: of({
      kind: 'any',
      of: [
        { kind: 'field', field: 'tier', op: 'in', value: ['t-gold', 't-platinum'] },
        { kind: 'field', field: 'categories', op: 'anyOf', value: ['k-vip'] },
      ],
    }),
  },
  {
    id: 's-missed',
    hue: 'amber',
    name: {
      en: 'Best clients who stay away',
      ru: 'Лучшие клиенты, которые перестали приходить',
      bg: 'Най-добри клиенти, които вече не идват',
      cs: 'Nejlepší zákazníci, kteří přestali chodit',
      lv: 'Labākie klienti, kuri vairs nenāk',
    },
    document: of({
      kind: 'all',
      of: [
        { kind: 'segment', id: 's-best' },
        { kind: 'field', field: 'lastVisit', op: 'lt', value: { ago: 60, unit: 'day' } },
        {
          kind: 'field',
          field: 'nextVisit',
          op: 'gte',
          value: { ago: 0, unit: 'day' },
          not: true,
          orMissing: true,
        },
      ],
    }),
  },
  {
    id: 's-often',
    hue: 'green',
    name: {
      en: 'At least two visits in the last 90 days',
      ru: 'Не меньше двух визитов за последние 90 дней',
      bg: 'Поне две посещения през последните 90 дни',
      cs: 'Nejméně dvě návštěvy za posledních 90 dní',
      lv: 'Vismaz divi apmeklējumi pēdējās 90 dienās',
    },
    document: of({
      kind: 'records',
      record: 'bookings',
      where: {
        kind: 'all',
        of: [
          state('arrived'),
          {
            kind: 'field',
            field: 'start',
            op: 'between',
            value: [
              { ago: 90, unit: 'day' },
              { ago: 0, unit: 'day' },
            ],
          },
        ],
      },
      agg: 'count',
      op: 'gte',
      value: 2,
    }),
  },
  {
    id: 's-noshows',
    hue: 'red',
    name: {
      en: 'Did not come three times or more',
      ru: 'Не пришли три раза и больше',
      bg: 'Не дошли три или повече пъти',
      cs: 'Nepřišli třikrát nebo víckrát',
      lv: 'Nav atnākuši trīs reizes vai vairāk',
    },
    document: of({ kind: 'field', field: 'noShows', op: 'gte', value: 3 }),
  },
];

const RULES: readonly Named<Rule>[] = [
  {
    id: 'r-late',
    name: {
      en: 'Who often does not come is marked',
      ru: 'Отмечать тех, кто часто не приходит',
      bg: 'Отбелязване на тези, които често не идват',
      cs: 'Označit ty, kdo často nepřijdou',
      lv: 'Atzīmēt tos, kuri bieži neatnāk',
    },
    enabled: true,
    where: of({ kind: 'field', field: 'noShows', op: 'gte', value: 6 }),
    field: 'categories',
    value: 'k-late',
    keep: 'given',
  },
  {
    id: 'r-pensioner',
    name: {
      en: 'Pensioners by age',
      ru: 'Пенсионеры по возрасту',
      bg: 'Пенсионери по възраст',
      cs: 'Senioři podle věku',
      lv: 'Seniori pēc vecuma',
    },
    enabled: false,
    where: of({ kind: 'field', field: 'age', op: 'gte', value: 65 }),
    field: 'categories',
    value: 'k-pensioner',
    keep: 'while',
  },
];

/** The segments and rules of the sample, named in one of its five languages; in English for all others. */
export function sampleLibrary(locale = 'en'): {
  segments: Omit<Segment, 'version'>[];
  rules: Omit<Rule, 'version'>[];
} {
  const language = locale.toLowerCase().split('-')[0] ?? '';
  const said = (name: Words) => (Object.hasOwn(name, language) ? name[language as keyof Words] : name.en);
  return {
    segments: SEGMENTS.map((segment) => ({ ...segment, name: said(segment.name) })),
    rules: RULES.map((rule) => ({ ...rule, name: said(rule.name) })),
  };
}
