import {
  builtinFields,
  createCatalogue,
  type Catalogue,
  type Context,
  type Description,
  type Field,
  type FieldId,
  type ListItem,
  type Lists,
  type Node,
  type Permission,
  type RecordKind,
  type Rights,
  type SegmentDocument,
} from '../../contract/index.js';
import { AUDIT_KIND, STATUSES_KIND } from '../history.js';
import { checkSegment, DEPENDS_ON } from '../../segments/index.js';

/** What one user may do and see, worked out once from a description and their rights. */
export interface Grant {
  /** As the user gets it. */
  readonly description: Description;
  /** Everything there is; never told. */
  readonly full: Catalogue;
  /** What the user may know of. A hidden field is not in it, so asking for one answers as for one that never was. */
  readonly visible: Catalogue;
  readonly permissions: ReadonlySet<Permission>;
  /** Fields of `full` that are not in `visible`. */
  readonly hidden: ReadonlySet<FieldId>;
  /** Fields of `visible` whose values are masked. */
  readonly masked: ReadonlySet<FieldId>;
  /** Masked fields of records, by kind. */
  readonly maskedOf: ReadonlyMap<string, ReadonlySet<FieldId>>;
  readonly branches: readonly string[] | null;
  /** Whether the user may ask all that a document asks, the segments that it points at included. */
  mayAsk(document: SegmentDocument): boolean;
  /** No field is hidden, masked or out of a branch: answers pass as they are. */
  readonly isFull: boolean;
}

/** Who may not know the status may not know what became of it either. */
const STATUS_FIELDS = ['status', ...(DEPENDS_ON.get('status') ?? [])];

/** Rights of a record's field are named with its kind: `bookings.price`. */
const fieldOf = (kind: string, field: FieldId) => `${kind}.${field}`;

export function makeGrant(description: Description, rights: Rights = description.rights): Grant {
  const permissions = new Set(rights.permissions);
  const full = createCatalogue(description);
  const [named, namedMasked] = [new Set(rights.hidden), new Set(rights.masked)];
  const isHidden = (field: Field, id = field.id) =>
    named.has(id) || (field.sensitive && !permissions.has('sensitive'));
  const isMasked = (field: Field, id = field.id) =>
    namedMasked.has(id) || (field.contact && !permissions.has('contacts'));

  const records = new Map<string, RecordKind>();
  const maskedOf = new Map<string, ReadonlySet<FieldId>>();
  for (const kind of full.records.values()) {
    const fields = kind.fields.filter((field) => !isHidden(field, fieldOf(kind.id, field.id)));
    // A record that nobody may place in time is no record to this user.
    if (!fields.some(({ id }) => id === kind.date)) continue;
    if (kind.id === STATUSES_KIND && STATUS_FIELDS.some((id) => named.has(id))) continue;
    if (kind.id === AUDIT_KIND && !permissions.has('audit')) continue;
    records.set(kind.id, fields.length === kind.fields.length ? kind : { ...kind, fields });
    const masks = fields.filter((field) => isMasked(field, fieldOf(kind.id, field.id)));
    if (masks.length > 0) maskedOf.set(kind.id, new Set(masks.map(({ id }) => id)));
  }

  const hidden = new Set<FieldId>();
  const masked = new Set<FieldId>();
  for (const field of full.fields.values()) if (isHidden(field)) hidden.add(field.id);
  for (const field of full.fields.values()) {
    const { derive, id } = field;
    const behind = DEPENDS_ON.get(id) ?? [];
    const isLost =
      behind.some((source) => hidden.has(source)) ||
      (derive !== undefined && !canDerive(records.get(derive.record), derive.path));
    if (isLost) hidden.add(id);
    else if (!hidden.has(id) && (isMasked(field) || behind.some((source) => namedMasked.has(source)))) {
      masked.add(id);
    }
  }
  // What stood in a field is in the audit too; entries are told without it, and nobody asks by it.
  if (records.has(AUDIT_KIND) && hidden.size + masked.size > 0) {
    maskedOf.set(AUDIT_KIND, new Set([...(maskedOf.get(AUDIT_KIND) ?? []), 'before', 'after']));
  }
  const visible: Catalogue = {
    ...full,
    fields: hidden.size === 0 ? full.fields : new Map([...full.fields].filter(([id]) => !hidden.has(id))),
    records,
  };
  const isCut = [...records.values()].some((kind) => kind !== full.records.get(kind.id));
  const { branches } = rights;
  const seesAll =
    hidden.size + masked.size + maskedOf.size === 0 && !isCut && records.size === full.records.size;
  const kept = new Map(description.segments?.map(({ id, document }) => [id, document]));
  const segments = (id: string) => kept.get(id) ?? null;
  const bounds = {
    capabilities: description.capabilities,
    hidden: [...hidden],
    masked: [...masked],
    ...(description.segments ? { segments } : {}),
  };
  const mayAsk = (document: SegmentDocument): boolean =>
    seesAll ||
    (checkSegment(document, visible, bounds).ok && !asksMasked(document.where, maskedOf, segments));
  return {
    description: tell(description, rights, { full, visible, hidden, masked, mayAsk }),
    full,
    visible,
    permissions,
    hidden,
    masked,
    maskedOf,
    branches,
    mayAsk,
    isFull: seesAll && branches === null,
  };
}

/** Conditions about fields of records that the user sees masked: `checkSegment` knows of those of clients only. A circle was refused before. */
function asksMasked(
  node: Node,
  maskedOf: ReadonlyMap<string, ReadonlySet<FieldId>>,
  segments: (id: string) => SegmentDocument | null,
  masks?: ReadonlySet<FieldId>,
): boolean {
  const inner = (child: Node, own = masks) => asksMasked(child, maskedOf, segments, own);
  if (node.kind === 'field') return masks?.has(node.field) ?? false;
  if (node.kind === 'records') {
    const own = maskedOf.get(node.record) ?? new Set();
    return (node.path !== undefined && own.has(node.path)) || (node.where ? inner(node.where, own) : false);
  }
  if (node.kind === 'segment') {
    const document = segments(node.id);
    return document !== null && inner(document.where, undefined);
  }
  return 'of' in node && Array.isArray(node.of) && node.of.some((child) => inner(child));
}

function canDerive(kind: RecordKind | undefined, path: FieldId | undefined): boolean {
  return kind !== undefined && (path === undefined || kind.fields.some(({ id }) => id === path));
}

/** The description without what the user may not know of. Built-in fields are everybody's knowledge, so those may be named as hidden. */
function tell(
  description: Description,
  rights: Rights,
  { full, visible, hidden, masked, mayAsk }: Pick<Grant, 'full' | 'visible' | 'hidden' | 'masked' | 'mayAsk'>,
): Description {
  const { capabilities } = description;
  const known = (ids: true | FieldId[]) => (ids === true ? true : ids.filter((id) => !hidden.has(id)));
  // Who may not see who is in a group may not put anybody in either: whom a plan passes by would tell.
  const choosesHidden = (id: string) =>
    full.actions.get(id)?.params.some((param) => param.list !== undefined && hidden.has(param.id)) ?? false;
  const isBuiltin = (id: FieldId) => builtinFields.some((field) => field.id === id);
  const cut = [...visible.records.values()].filter((kind) => kind !== full.records.get(kind.id));
  const own = description.records.filter(
    ({ id }) => visible.records.has(id) && !cut.some((kind) => kind.id === id),
  );
  return {
    ...description,
    capabilities: {
      ...capabilities,
      filter: known(capabilities.filter),
      sort: known(capabilities.sort),
      records: capabilities.records.filter((id) => visible.records.has(id)),
      actions: capabilities.actions.filter((id) => !choosesHidden(id)),
    },
    fields: description.fields.filter(({ id }) => !hidden.has(id)),
    records: [...own, ...cut.map((kind) => ({ ...kind, fields: [...kind.fields] }))],
    lists: tellLists(description.lists, mayAsk),
    ...(description.segments
      ? { segments: description.segments.filter(({ document }) => mayAsk(document)) }
      : {}),
    rights: {
      permissions: [...rights.permissions],
      hidden: [...hidden].filter(isBuiltin),
      masked: [...masked],
      branches: rights.branches,
    },
  };
}

/** Who gets a tier by itself is told to those alone who may ask about it. */
function tellLists(lists: Lists, mayAsk: Grant['mayAsk']): Lists {
  const { tiers } = lists;
  return tiers ? { ...lists, tiers: tiers.map((tier) => tellTier(tier, mayAsk)) } : lists;
}

export function tellTier(tier: ListItem, mayAsk: Grant['mayAsk']): ListItem {
  if (tier.where === undefined || mayAsk(tier.where)) return tier;
  const { where: _, ...rest } = tier;
  return rest;
}

/** The context as the adapter gets it: with what the user's rights say. */
export function scoped<C extends Context>(context: C, grant: Grant): C {
  return { ...context, branches: grant.branches, permissions: grant.description.rights.permissions };
}
