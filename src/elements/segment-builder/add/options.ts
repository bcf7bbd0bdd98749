import type { Field, Node, RecordKind } from '../../../contract/index.js';
import type { DraftNode } from '../../../segments/places.js';
import type { FinderOption } from '../../parts/finder.js';
import { EMPTY_DRAFT, type Draft } from '../../conditions/drafts.js';
import { fieldName, recordName } from '../../conditions/names.js';
import { faultsOf, filterFields, OFTEN, readyConditions } from '../../conditions/ready.js';
import { recordOf, type BuilderContext } from '../context.js';
import { keepTyped } from '../model/typed.js';
import { channelsOf, purposesOf } from '../reach.js';

/** More kept segments than this are found by typing alone. */
const MOST_SEGMENTS = 12;

/** Everything that can be asked at a place, in sections; by the id of its option each makes a condition. */
export function optionsFor(record: string | null, context: BuilderContext): FinderOption[] {
  return record === null ? clientOptions(context) : recordOptions(record, context);
}

function recordOptions(id: string, context: BuilderContext): FinderOption[] {
  const kind = recordOf(id, context);
  if (!kind) return [];
  return kind.fields
    .filter((field) => field.filter)
    .map((field) => ({ id: `field:${field.id}`, label: fieldName(field, kind, context) }));
}

function clientOptions(context: BuilderContext): FinderOption[] {
  const { model, terms } = context;
  const { session } = model;
  const { builder, catalogue, conditions } = terms;
  const fields = filterFields(session);
  const known = new Set(fields.map(({ id }) => id));
  const often = OFTEN.filter((id) => known.has(id));
  const option = (field: Field, group: string): FinderOption => ({
    id: `field:${field.id}`,
    label: fieldName(field, null, context),
    group,
  });
  const sections = Object.keys(catalogue.groups) as (keyof typeof catalogue.groups)[];
  return [
    ...often.map((id) => option(session.catalogue.fields.get(id) as Field, conditions.often)),
    ...recordKinds(context).map((kind) => ({
      id: `records:${kind.id}`,
      label: recordName(kind, context),
      group: builder.sections.records,
      keywords: kind.fields.map((field) => fieldName(field, kind, context)).join(' '),
    })),
    ...readyConditions(session).map(([name]) => ({
      id: `ready:${name}`,
      label: conditions.ready[name],
      group: conditions.ready.title,
    })),
    ...reach(context),
    ...segments(context),
    ...(may({ kind: 'search', text: 'a' }, context)
      ? [
          {
            id: 'search:',
            label: conditions.search,
            group: builder.sections.text,
            keywords: builder.searchText,
          },
        ]
      : []),
    ...sections.flatMap((section) =>
      fields
        .filter((field) => field.group === section && !often.includes(field.id))
        .map((field) => option(field, catalogue.groups[section])),
    ),
  ];
}

function recordKinds(context: BuilderContext): RecordKind[] {
  return [...context.records.values()].filter((kind) =>
    may({ kind: 'records', record: kind.id, agg: 'count', op: 'gte', value: 1 }, context),
  );
}

function reach(context: BuilderContext): FinderOption[] {
  const { builder, common, conditions } = context.terms;
  const channels: Readonly<Record<string, string>> = common.channels;
  return channelsOf(context.model.session).map((channel) => ({
    id: `reachable:${channel}`,
    label: conditions.chip(conditions.reachable, channels[channel] ?? channel),
    group: builder.sections.reach,
  }));
}

function segments(context: BuilderContext): FinderOption[] {
  const { builder } = context.terms;
  const { model } = context;
  return (model.session.description?.segments ?? [])
    .filter(({ id }) => id !== model.segment?.id)
    .map(({ id, name }, index) => ({
      id: `segment:${id}`,
      label: name,
      group: builder.sections.segments,
      keywords: builder.segment,
      ...(index >= MOST_SEGMENTS ? { hidden: true } : {}),
    }));
}

function may(where: Node, { model }: BuilderContext): boolean {
  return faultsOf({ v: 1, where }, model.session).length === 0;
}

/** The condition of an option, with what its kind usually asks; half a condition where a person must say more. */
export function conditionOf(option: string, context: BuilderContext): DraftNode | null {
  const [kind = '', name = ''] = option.split(/:(.*)/s);
  switch (kind) {
    case 'field':
      return { kind: 'field', field: name, op: 'exists' };
    case 'records':
      return { kind: 'records', record: name, agg: 'count', op: 'gte', value: 1 };
    case 'ready':
      return readyConditions(context.model.session).find(([each]) => each === name)?.[1] ?? null;
    case 'reachable':
      return {
        kind: 'reachable',
        channel: name,
        purpose: purposesOf(name, context.model.session)[0] ?? 'transactional',
      };
    case 'segment':
      return { kind: 'segment', id: name };
    case 'search':
      return { kind: 'search', text: '' };
    default:
      return null;
  }
}

/** A condition about a field as its controls begin it. */
export function beginning(
  field: Field,
  start: Draft,
  written: { op: string; value?: unknown } | null,
): DraftNode {
  const about = { kind: 'field', field: field.id } as const;
  if (written) return { ...about, ...written } as DraftNode;
  return keepTyped({ ...about, op: 'is' } as DraftNode, { ...EMPTY_DRAFT, ...start });
}
