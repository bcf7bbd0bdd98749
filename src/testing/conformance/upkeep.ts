import { EVERYONE, type Client, type Id, type Node, type Rule } from '../../contract/index.js';
import { canonical } from '../../engine/idempotency.js';
import { ensure, refused, same } from './assert.js';
import { group } from './checks.js';
import { libraryOf } from './library.js';
import type { Subject } from './subject.js';

const rules = group('rules', ['library', 'jobs', 'write']);
/** Milliseconds. */
const PATIENCE = 20_000;
const statuses = group('statuses', ['records', 'jobs', 'write']);

/** Works until nothing is left to do now. */
async function settle(subject: Subject): Promise<void> {
  for (let round = 0; round < 500; round++) {
    if (!(await subject.adapter.jobs!.work({ budgetMs: 50 }, subject.context)).more) return;
  }
  throw new Error('the base never comes to rest');
}

/** Works until an answer is as it is to be. An adapter may rest between two looks at its rules, the longer the more they cost. */
async function comes(
  subject: Subject,
  ask: () => Promise<unknown>,
  wanted: unknown,
  what: string,
): Promise<void> {
  for (const until = Date.now() + PATIENCE; ;) {
    await settle(subject);
    const told = await ask();
    if (canonical(told) === canonical(wanted) || Date.now() > until) return same(told, wanted, what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const SOFIA: Node = { kind: 'field', field: 'city', op: 'is', value: 'Sofia' };
const PRESS: Node = { kind: 'field', field: 'categories', op: 'anyOf', value: ['press'] };
const GOLD: Node = { kind: 'field', field: 'tier', op: 'in', value: ['gold'] };

function keepRule(subject: Subject, rule: Partial<Rule> & Pick<Rule, 'keep'>, version: number | null = null) {
  return libraryOf(subject).save(
    'rules',
    {
      id: 'r',
      version,
      name: 'A rule',
      enabled: true,
      where: { v: 1, where: SOFIA },
      field: 'categories',
      value: 'press',
      ...rule,
    },
    subject.writer(),
  );
}

async function historyOf({ adapter, context }: Subject, client: Id): Promise<unknown[]> {
  const page = await adapter.records!.find(
    { record: 'statuses', client, window: { at: 0, size: 50 } },
    context,
  );
  return page.items.map(({ values }) => values);
}

/** One who was there once, long ago, and has nothing ahead; made by the check, so that its bookings are all there are. */
async function visitor(subject: Subject, id: Id, day: string): Promise<Client> {
  const { adapter } = subject;
  await adapter.save({ id, version: null, patch: { firstName: id } }, subject.writer());
  await book(subject, `${id}.1`, id, null, { start: `${day}T10:00:00.000Z`, state: 'arrived' });
  return subject.get(id);
}

function book(subject: Subject, id: Id, client: Id, version: number | null, patch: Record<string, string>) {
  return subject.adapter.records!.save({ record: 'bookings', id, version, client, patch }, subject.writer());
}

export const upkeepChecks = [
  rules('gives a value to all who match, and keeps it up with them', async (subject) => {
    const held = subject.expected({ kind: 'any', of: [SOFIA, PRESS] });
    await keepRule(subject, { keep: 'given' });
    await comes(subject, () => subject.ids(PRESS), held, 'who has it under `given`');
    await keepRule(subject, { keep: 'while' }, 1);
    const matching = subject.expected(SOFIA);
    await comes(subject, () => subject.ids(PRESS), matching, 'who has it under `while`');
    const all = await subject.get('all');
    same(all.categories, ['vip', 'press'], 'other categories stay');
    await subject.adapter.save({ id: 'all', version: all.version, patch: { city: null } }, subject.writer());
    const left = async () => (await subject.get('all')).categories;
    await comes(subject, left, ['vip'], 'one who does not match any more');
  }),

  rules('does nothing for a rule that is switched off', async (subject) => {
    const before = await subject.find(EVERYONE.where);
    await keepRule(subject, { keep: 'while', enabled: false });
    await settle(subject);
    same((await subject.find(EVERYONE.where)).items, before.items, 'everybody');
  }),

  rules('keeps tiers by their conditions, and leaves those by hand alone', async (subject) => {
    const byHand: Node = { kind: 'field', field: 'tier', op: 'in', value: ['silver', 'bronze'] };
    const wanted = subject.expected({
      kind: 'any',
      of: [
        { kind: 'all', of: [SOFIA, { kind: 'field', field: 'tier', op: 'exists', not: true }] },
        { kind: 'all', of: [SOFIA, GOLD] },
      ],
    });
    const others = subject.expected(byHand);
    await libraryOf(subject).save(
      'tiers',
      { id: 'gold', version: 0, name: 'Gold', level: 2, where: { v: 1, where: SOFIA } },
      subject.writer(),
    );
    await comes(subject, () => subject.ids(GOLD), wanted, 'who has the tier');
    same(await subject.ids(byHand), others, 'who has one by hand');
  }),

  statuses('writes down what became of a status with what changed it', async (subject) => {
    const { today } = subject.seed;
    await visitor(subject, 'x1', '2026-03-01');
    same(await historyOf(subject, 'x1'), [{ day: today, from: 'potential', to: 'new' }], 'a first visit');
    await book(subject, 'x1.2', 'x1', null, { start: '2026-03-05T10:00:00.000Z', state: 'arrived' });
    await book(subject, 'x1.2', 'x1', 1, { state: 'noShow' });
    const told = (await historyOf(subject, 'x1')) as { from: string; to: string }[];
    same(
      told.map(({ from, to }) => `${from} ${to}`).sort(),
      ['new regular', 'potential new', 'regular new'],
      'a second visit, and its correction',
    );
    const moved = { kind: 'records', record: 'statuses', agg: 'count', op: 'gte', value: 2 } as const;
    same(await subject.ids(moved), ['x1'], 'who changed twice');
  }),

  statuses('lets nobody write that history, and begins with none', async (subject) => {
    const { adapter, context, seed } = subject;
    await settle(subject);
    const page = await adapter.records!.find({ record: 'statuses', window: { at: 0, size: 5 } }, context);
    same(page.items, [], 'of a base that was loaded');
    const patch = { day: seed.today, from: 'new', to: 'lost' };
    const save = () =>
      adapter.records!.save(
        { record: 'statuses', id: 's', version: null, client: 'all', patch },
        subject.writer(),
      );
    await refused('invalid', save, 'a record of one’s own');
    await visitor(subject, 'x2', '2026-03-01');
    const [made] = (
      await adapter.records!.find({ record: 'statuses', client: 'x2', window: { at: 0, size: 5 } }, context)
    ).items;
    ensure(made, 'there is a change of status');
    await refused(
      'invalid',
      () => adapter.records!.remove({ record: 'statuses', id: made.id, version: 1 }, subject.writer()),
      'its removal',
    );
  }),
];
