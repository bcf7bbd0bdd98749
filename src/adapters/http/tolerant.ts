import * as z from 'zod/mini';
import {
  LIBRARY_KINDS,
  LIST_NAMES,
  PERMISSIONS,
  ROW_REASONS,
  rule,
  savedView,
  segment,
} from '../../contract/index.js';
import type { Operation } from '../../contract/operations.js';
import { actionDefinition, tabDefinition } from '../../contract/actions.js';
import { listItem } from '../../contract/description.js';
import { fieldDefinition } from '../../contract/fields.js';
import { recordDefinition } from '../../contract/records.js';
import { change } from '../../contract/changes.js';

/** An entry of a list is any item with a name, so what is no entry must be told from it by what it holds. */
function isItem(item: unknown): boolean {
  const schema: z.ZodMiniType =
    isLoose(item) && 'document' in item ? segment : isLoose(item) && 'enabled' in item ? rule : listItem;
  return z.safeParse(schema, item).success;
}

type Loose = Record<string, unknown>;

/**
 * Makes an answer of a newer server fit ours where the contract is open: definitions, permissions, lists and views that we do not
 * know are left out, a reason that we do not know becomes one of the host's (`x-…`). What is closed stays as it is, for its schema to judge.
 */
export function tolerant(operation: Operation, answer: unknown): unknown {
  switch (operation.name) {
    case 'describe':
      return isLoose(answer) ? describedBy(answer) : answer;
    case 'views.list':
      return onlyFitting(answer, savedView);
    case 'library.list':
      return Array.isArray(answer) ? answer.map(itemOf).filter(isItem) : answer;
    case 'jobs.list':
      return Array.isArray(answer) ? answer.map(withReasons) : answer;
    case 'jobs.rows':
      return isLoose(answer) && Array.isArray(answer['items'])
        ? { ...answer, items: answer['items'].map(withReason) }
        : answer;
    case 'watch':
      return isLoose(answer) ? changeOf(answer) : answer;
    default:
      return operation.name.startsWith('jobs.') ? withReasons(answer) : answer;
  }
}

/** False for a kind of change that only a newer server knows. */
export function isKnownChange(event: unknown): boolean {
  return (
    !isLoose(event) ||
    change.def.options.some((option) => option.shape.kind.def.values.includes(event['kind'] as never))
  );
}

function describedBy(answer: Loose): Loose {
  const { capabilities, rights, lists, segments } = answer;
  return {
    ...answer,
    ...(segments === undefined ? {} : { segments: onlyFitting(segments, segment) }),
    capabilities:
      isLoose(capabilities) && Array.isArray(capabilities['library'])
        ? {
            ...capabilities,
            library: capabilities['library'].filter((kind) => LIBRARY_KINDS.includes(kind as never)),
          }
        : capabilities,
    fields: onlyFitting(answer['fields'], fieldDefinition),
    records: onlyFitting(answer['records'], recordDefinition),
    actions: onlyFitting(answer['actions'], actionDefinition),
    tabs: onlyFitting(answer['tabs'], tabDefinition),
    lists: isLoose(lists) ? listsOf(lists) : lists,
    rights:
      isLoose(rights) && Array.isArray(rights['permissions'])
        ? {
            ...rights,
            permissions: rights['permissions'].filter((one) => PERMISSIONS.includes(one as never)),
          }
        : rights,
  };
}

function listsOf(lists: Loose): Loose {
  const known = Object.entries(lists).filter(([name]) => LIST_NAMES.includes(name as never));
  return Object.fromEntries(
    known.map(([name, items]) => [name, Array.isArray(items) ? items.map(itemOf) : items]),
  );
}

/** An item with a hue, or a tier with a condition, that we do not know is still an item. */
function itemOf(item: unknown): unknown {
  if (!isLoose(item) || isItem(item)) return item;
  const { hue: _hue, ...plain } = item;
  if (isItem(plain)) return plain;
  const { where: _where, ...rest } = plain;
  return rest;
}

function changeOf(event: Loose): Loose {
  const known =
    event['kind'] !== 'clients' || ['created', 'updated', 'removed'].includes(event['op'] as string);
  if (known) return event;
  // Something became of them: without `fields`, all of it is asked for again.
  const { fields: _, ...rest } = event;
  return { ...rest, op: 'updated' };
}

function withReasons(answer: unknown): unknown {
  if (!isLoose(answer) || !Array.isArray(answer['reasons'])) return answer;
  return { ...answer, reasons: answer['reasons'].map(withReason) };
}

function withReason(row: unknown): unknown {
  if (!isLoose(row) || typeof row['reason'] !== 'string') return row;
  const { reason } = row;
  const known = ROW_REASONS.includes(reason as never) || reason.startsWith('x-');
  return known ? row : { ...row, reason: `x-${reason.replace(/[^\w-]/g, '-').slice(0, 60)}` };
}

function onlyFitting(list: unknown, schema: z.ZodMiniType): unknown {
  return Array.isArray(list) ? list.filter((item) => z.safeParse(schema, item).success) : list;
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
