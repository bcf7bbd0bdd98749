import type {
  Field,
  FieldId,
  Id,
  Node,
  SegmentDocument,
  SortKey,
  ViewState,
} from '../../../contract/index.js';
import { MAX_PINNED } from '../../../contract/plain/query.js';
import { EVERYONE } from '../../../contract/plain/segment.js';
import { checkSegment, fromParam, toParam, withoutSearch } from '../../../segments/index.js';
import type { Session } from '../../../sdk/types.js';
import { defaultLayout, layoutOfView } from './layout.js';
import { conditionsOf, documentOf, type Density } from './list-model.js';

/*
 * The view in the address of the page: version, then parts with a letter each, parted by `~`, all of characters that an address takes as they are.
 *   1~c.name!220.phones!168~p.1~s.lastVisit!d~d.c~w.<segment>~i.<id>~x
 * c columns and widths · p how many are pinned · s sort · d density · w filters · i the saved view it came from · x something was left out.
 * A part that is missing is as the list begins. A comma stands for the point in the id of a custom field.
 */

const VERSION = '1';
/** Longer than any address that a browser keeps. */
const MAX_LENGTH = 200_000;
const MAX_COLUMNS = 500;

const DENSITIES: Readonly<Record<string, Density>> = { l: 'comfortable', m: 'regular', s: 'compact' };
const densityLetter = (density: Density): string =>
  Object.entries(DENSITIES).find(([, name]) => name === density)?.[0] ?? 'm';

/** A view as an address says it; what it does not say is undefined. Nobody has checked its fields yet. */
export interface AddressedView {
  readonly columns?: ViewState['columns'];
  readonly pinned?: number;
  readonly sort?: readonly SortKey[];
  readonly density?: Density;
  readonly where?: SegmentDocument;
  /** The saved view that it came from. */
  readonly view?: Id;
  /** Filters by personal data were left out when the address was made. */
  readonly isPartial?: boolean;
}

export type AddressProblem =
  | { readonly code: 'broken' | 'newer' | 'filters' | 'personal' }
  | { readonly code: 'columns' | 'sort'; readonly fields: readonly FieldId[] };

const fieldText = (id: FieldId): string => id.replace('.', ',');
const fieldId = (text: string): FieldId | null => {
  const id = text.replace(',', '.');
  return /^[a-zA-Z][\w-]{0,39}(\.[a-zA-Z][\w-]{0,39})?$/.test(id) ? id : null;
};

/** What tells one person from another, or is nobody's business: a filter by its value stays out of every address. */
function isPersonal(field: Field | undefined): boolean {
  if (!field) return false;
  if (field.contact || field.sensitive || field.search) return true;
  return (
    ['texts', 'phones', 'emails'].includes(field.type) ||
    (field.group === 'identity' && field.type === 'text')
  );
}

/** Whether a condition compares with what may name a person. Whether a value is there at all is told of any field. */
function namesSomeone(node: Node, fields: ReadonlyMap<FieldId, Field>): boolean {
  if ('of' in node) return node.of.some((child) => namesSomeone(child, fields));
  if (node.kind === 'search') return true;
  return node.kind === 'field' && node.op !== 'exists' && isPersonal(fields.get(node.field));
}

/** The filters that an address may hold; `isPartial` when some were left out. */
export function withoutPersonal(
  document: SegmentDocument,
  fields: ReadonlyMap<FieldId, Field>,
): { document: SegmentDocument; isPartial: boolean } {
  const all = conditionsOf(document);
  const kept = all.filter((node) => !namesSomeone(node, fields));
  const isPartial = kept.length < all.length;
  return { document: isPartial ? documentOf(kept) : document, isPartial };
}

/** How a list begins, in full: what the host asked for, else what the fields' definitions show. */
export function startState(view: ViewState | null, fields: ReadonlyMap<FieldId, Field>): ViewState {
  const layout = view ? layoutOfView(view, fields) : defaultLayout(fields);
  return {
    v: 1,
    columns: layout.columns.map(({ field, width }) => ({ field, width })),
    pinned: layout.pinned,
    sort: view?.sort ?? [],
    where: view?.where ?? EVERYONE,
    ...(view?.density ? { density: view.density } : {}),
  };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * The text of an address parameter for a view; '' when nothing differs from how the list begins. Never holds what was searched for, nor a filter
 * by the value of a name, a phone, an e-mail or the like.
 */
export function encodeView(
  state: ViewState,
  start: ViewState,
  fields: ReadonlyMap<FieldId, Field>,
  view: Id | null = null,
): string {
  const { document, isPartial } = withoutPersonal(state.where, fields);
  const where = withoutSearch(document);
  const parts: string[] = [];
  const isLaid = same([state.columns, state.pinned], [start.columns, start.pinned]);
  if (!isLaid) {
    const columns = state.columns.map(({ field, width }) =>
      width === undefined ? fieldText(field) : `${fieldText(field)}!${Math.round(width)}`,
    );
    parts.push(`c.${columns.join('.')}`, `p.${state.pinned}`);
  }
  if (!same(state.sort, start.sort)) {
    parts.push(`s.${state.sort.map(({ field, dir }) => `${fieldText(field)}!${dir[0]}`).join('.')}`);
  }
  if (state.density && state.density !== start.density) parts.push(`d.${densityLetter(state.density)}`);
  if (!same(where, start.where)) parts.push(`w.${toParam(where)}`);
  if (view !== null) parts.push(`i.${view}`);
  if (isPartial) parts.push('x');
  return parts.length === 0 ? '' : [VERSION, ...parts].join('~');
}

/** Reads such a text. A text of any other kind is told apart: broken, or made by a newer version. */
export function decodeView(text: string): AddressedView | 'broken' | 'newer' {
  const [version, ...parts] = text.split('~');
  if (text.length > MAX_LENGTH || !/^\d{1,3}$/.test(version ?? '') || parts.length === 0) return 'broken';
  if (version !== VERSION) return Number(version) > Number(VERSION) ? 'newer' : 'broken';
  let view: AddressedView = {};
  for (const part of parts) {
    const read = decodePart(part);
    if (!read) return 'broken';
    view = { ...view, ...read };
  }
  return view;
}

function decodePart(part: string): AddressedView | null {
  const letter = part[0];
  const rest = part.slice(2);
  if (part === 'x') return { isPartial: true };
  if (part[1] !== '.') return null;
  const items = rest === '' ? [] : rest.split('.');
  switch (letter) {
    case 'c': {
      const columns = items.map(decodeColumn);
      const isGood = columns.every((column) => column !== null) && columns.length <= MAX_COLUMNS;
      return isGood && columns.length > 0 ? { columns } : null;
    }
    case 'p':
      return /^\d$/.test(rest) && Number(rest) <= MAX_PINNED ? { pinned: Number(rest) } : null;
    case 's': {
      const sort = items.map(decodeSort);
      return sort.every((key) => key !== null) && sort.length <= 4 ? { sort } : null;
    }
    case 'd': {
      const density = Object.hasOwn(DENSITIES, rest) ? DENSITIES[rest] : undefined;
      return density ? { density } : null;
    }
    case 'w': {
      const where = fromParam(rest);
      return where ? { where } : null;
    }
    case 'i':
      return /^(?!\.{1,2}$)[\w.:-]{1,64}$/.test(rest) ? { view: rest } : null;
    default:
      return null;
  }
}

function decodeColumn(text: string): ViewState['columns'][number] | null {
  const [, name = '', width] = /^([\w,-]+)(?:!(\d{1,4}))?$/.exec(text) ?? [];
  const field = fieldId(name);
  if (field === null) return null;
  return width === undefined ? { field } : { field, width: Number(width) };
}

function decodeSort(text: string): SortKey | null {
  const [, name = '', dir] = /^([\w,-]+)!([ad])$/.exec(text) ?? [];
  const field = fieldId(name);
  return field === null ? null : { field, dir: dir === 'd' ? 'desc' : 'asc' };
}

/**
 * The state that an address asks for, with what of it this user may not have: columns and sort keys are left out and named, filters that
 * are not understood stay, so that nobody is listed rather than everyone.
 */
export function resolveView(
  asked: AddressedView,
  start: ViewState,
  session: Session,
): { state: ViewState; problems: readonly AddressProblem[] } {
  const { fields } = session.catalogue;
  const { description } = session;
  const problems: AddressProblem[] = [];
  const canShow = (id: FieldId): boolean => {
    const field = fields.get(id);
    return field !== undefined && field.column !== false;
  };
  const able = description?.capabilities.sort ?? true;
  const masked = new Set(description?.rights.masked);
  const canSort = (id: FieldId): boolean =>
    fields.get(id)?.sort === true && !masked.has(id) && (able === true || able.includes(id));
  const columns = asked.columns ?? start.columns;
  const lost = (asked.columns ?? []).filter(({ field }) => !canShow(field)).map(({ field }) => field);
  if (lost.length > 0) problems.push({ code: 'columns', fields: lost });
  const sort = asked.sort ?? start.sort;
  const unsorted = (asked.sort ?? []).filter(({ field }) => !canSort(field)).map(({ field }) => field);
  if (unsorted.length > 0) problems.push({ code: 'sort', fields: unsorted });
  const where = asked.where ?? start.where;
  const checked = checkSegment(where, session.catalogue, {
    capabilities: description?.capabilities,
    hidden: description?.rights.hidden,
    masked: description?.rights.masked,
  });
  if (!checked.ok) problems.push({ code: 'filters' });
  if (asked.isPartial) problems.push({ code: 'personal' });
  const density = asked.density ?? start.density;
  return {
    problems,
    state: {
      v: 1,
      columns,
      pinned: asked.pinned ?? (asked.columns ? 0 : start.pinned),
      sort: sort.filter(({ field }) => canSort(field)),
      where,
      ...(density ? { density } : {}),
    },
  };
}
