import { html, nothing, type TemplateResult } from 'lit';
import type { Field, RecordKind } from '../../../contract/index.js';
import { completeField } from '../../../contract/plain/fields.js';
import { AGGREGATES } from '../../../contract/plain/names.js';
import { FIGURES } from '../../../segments/check-parts.js';
import type { DraftNode, DraftRecords } from '../../../segments/places.js';
import { keepTyped, typedOf } from '../model/typed.js';
import type { Mode } from '../../conditions/drafts.js';
import { fieldName } from '../../conditions/names.js';
import { recordOf, type BuilderContext } from '../context.js';
import { select } from './select.js';

type Figure = DraftRecords['agg'];

/** Figures that every client has: 0 where there is nothing to count. */
export const COUNTED: ReadonlySet<string> = new Set<Figure>(['count', 'sum']);

const NUMBER = completeField({ id: 'count', type: 'number', min: 0 });

/** Fields of a kind of records that a figure can be made of. */
function fieldsFor(figure: Figure, record: RecordKind): readonly Field[] {
  if (figure === 'count') return [];
  return record.fields.filter((field) => field.filter && FIGURES[figure].has(field.type));
}

/** The field whose values a figure has. */
export function figureField(node: DraftRecords, record: RecordKind | null): Field | null {
  if (!record) return null;
  if (node.agg === 'count') return NUMBER;
  return record.fields.find((field) => field.id === (node.path ?? record.date)) ?? null;
}

/** Whether a figure is there is no question of one that always is. */
export function modesOf(modes: readonly Mode[], node: DraftNode): readonly Mode[] {
  if (node.kind !== 'records' || !COUNTED.has(node.agg)) return modes;
  return modes.filter((mode) => mode !== 'known' && mode !== 'unknown');
}

/** Which figure of which field. Another type of value begins anew; the same type keeps what was asked of it. */
export function figureControls(
  node: DraftRecords,
  context: BuilderContext,
  put: (next: DraftNode) => void,
): TemplateResult | typeof nothing {
  const record = recordOf(node.record, context);
  if (!record) return nothing;
  const { builder } = context.terms;
  const figures = AGGREGATES.filter((figure) => figure === 'count' || fieldsFor(figure, record).length > 0);
  const change = (agg: Figure, path: string | undefined): void => {
    const { path: _path, op, value, not, orMissing, ...rest } = node;
    const bare = { ...rest, agg, ...(path === undefined ? {} : { path }) };
    const next = { ...bare, op, value, not, orMissing } as DraftRecords;
    const isAlike = figureField(node, record)?.type === figureField(next, record)?.type;
    if (!isAlike) return put({ ...bare, op: 'gte' } as DraftNode);
    const kept = Object.fromEntries(Object.entries(next).filter(([, part]) => part !== undefined)) as never;
    const typed = typedOf(node);
    put(typed ? keepTyped(kept, typed) : kept);
  };
  const fields = fieldsFor(node.agg, record);
  return html`${select({
    label: builder.figure,
    options: figures.map((figure) => [figure, builder.figures[figure]]),
    value: node.agg,
    set: (value) => {
      const figure = value as Figure;
      const possible = fieldsFor(figure, record);
      const same = possible.find((field) => field.id === node.path) ?? possible[0];
      change(figure, same?.id);
    },
  })}${
    node.agg === 'count'
      ? nothing
      : select({
          label: builder.ofField,
          options: fields.map((field) => [field.id, fieldName(field, record, context)]),
          value: node.path ?? record.date,
          set: (path) => change(node.agg, path),
        })
  }`;
}
