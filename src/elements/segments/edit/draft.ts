import { v7 } from 'uuid';
import type {
  Field,
  Hue,
  Id,
  Label,
  LibraryItem,
  LibraryItems,
  LibraryKind,
  LibrarySave,
  ListItem,
  Rule,
  SegmentDocument,
} from '../../../contract/index.js';
import type { Session } from '../../../sdk/types.js';

/** What the dialog holds of an item while it is edited; figures as they are typed. */
export interface ItemDraft {
  readonly kind: LibraryKind;
  readonly id: Id;
  readonly version: number | null;
  name: string;
  description: string;
  hue: Hue | null;
  discount: string;
  where: SegmentDocument | null;
  field: string;
  value: string;
  keep: Rule['keep'];
  enabled: boolean;
  /** What it was made of: what the dialog does not show stays as it is. */
  readonly from: LibraryItem | null;
}

export type DraftFault = 'name' | 'discount' | 'where' | 'value';

const textOf = (label: Label | undefined, session: Session): string =>
  label === undefined ? '' : typeof label === 'string' ? label : session.format.label(label);

export function draftOf(kind: LibraryKind, item: LibraryItem | null, session: Session): ItemDraft {
  const { hue, description, discount, where, version } = (item ?? {}) as Partial<ListItem>;
  const rule = kind === 'rules' ? (item as Rule | null) : null;
  return {
    kind,
    id: item?.id ?? v7(),
    version: item ? (version ?? 0) : null,
    name: textOf(item?.name, session),
    description: textOf(description, session),
    hue: hue ?? null,
    discount: discount === undefined ? '' : String(discount),
    where: where ?? null,
    field: rule?.field ?? 'categories',
    value: rule ? String(rule.value) : '',
    keep: rule?.keep ?? 'given',
    enabled: rule?.enabled ?? true,
    from: item,
  };
}

/** Fields that a rule can give: people edit them, and one value says all. */
export function givableFields(session: Session): Field[] {
  const order = ['categories', 'groups', 'tier', 'discount'];
  const rank = ({ id }: Field): number => (order.indexOf(id) + order.length + 1) % (order.length + 1);
  return [...session.catalogue.fields.values()]
    .filter(
      ({ origin, type, list }) =>
        origin === 'stored' &&
        (['boolean', 'number', 'percent', 'money', 'choice', 'choices'].includes(type) ||
          (type === 'text' && !list)),
    )
    .sort((a, b) => rank(a) - rank(b));
}

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'));
}

function isDiscount(text: string): boolean {
  const number = numberOf(text);
  return text.trim() === '' || (number >= 0 && number <= 100);
}

/** What is missing or wrong, in the order of the dialog. */
export function faultsOf(draft: ItemDraft, field: Field | undefined): DraftFault[] {
  const faults: DraftFault[] = [];
  if (draft.name.trim() === '') faults.push('name');
  if (draft.kind === 'tiers' && !isDiscount(draft.discount)) faults.push('discount');
  if (draft.kind !== 'rules') return faults;
  if (!draft.where) faults.push('where');
  if (valueOf(draft.value, field) === null) faults.push('value');
  return faults;
}

/** The value that a rule gives, as its field holds it; null: none yet. */
function valueOf(text: string, field: Field | undefined): Rule['value'] | null {
  const trimmed = text.trim();
  if (!field || trimmed === '') return null;
  if (field.type === 'boolean') return trimmed === 'true';
  if (field.type === 'choice' || field.type === 'choices' || field.type === 'text') return trimmed;
  const number = numberOf(trimmed);
  return Number.isFinite(number) ? number : null;
}

/** What is saved. The draft must have no faults. */
export function saveOf(draft: ItemDraft, field: Field | undefined): LibrarySave<LibraryKind> {
  const name = draft.name.trim();
  const { id, version } = draft;
  if (draft.kind === 'rules') {
    const { enabled, where, keep } = draft;
    const value = valueOf(draft.value, field);
    const rule = { id, version, name, enabled, where, field: draft.field, value, keep };
    return rule as LibrarySave<'rules'>;
  }
  const {
    name: oldName,
    description: oldDescription,
    hue: _hue,
    discount: _discount,
    where: _where,
    version: _version,
    ...rest
  } = (draft.from ?? {}) as Partial<LibraryItems['tiers']>;
  const description = draft.description.trim();
  return {
    ...rest,
    id,
    version,
    name: kept(oldName, name),
    ...(description === '' ? {} : { description: kept(oldDescription, description) }),
    ...(draft.hue ? { hue: draft.hue } : {}),
    ...(draft.kind === 'tiers' && draft.discount.trim() !== '' ? { discount: numberOf(draft.discount) } : {}),
    ...(draft.kind === 'tiers' && draft.where ? { where: draft.where } : {}),
  } as LibrarySave<LibraryKind>;
}

/** A label of several languages stays one where its text was left as it was. */
function kept(old: Label | undefined, text: string): Label {
  return typeof old === 'object' && Object.values(old).includes(text) ? old : text;
}
