import type { Catalogue, Field, Id, Issue, Node, Rule, SegmentDocument } from '../../contract/index.js';
import { checkSegment, documentOf, every, holding, notHolding, some } from '../../segments/index.js';
import { checkGift, offered } from './check.js';
import type { LibraryState } from './state.js';

type Value = Rule['value'];

/** A value that is given, and taken back, by one or several rules. */
export interface Gift {
  field: Field;
  value: Value;
  /** Who it is that gives, for those who ask later. */
  actor: Id;
  /** Who is to have it, and does not. */
  gets: SegmentDocument;
  /** Of those, who shall have something of higher rank; null: nobody. */
  outranked: SegmentDocument | null;
  /** How it is taken back; null: never. */
  loses: Losing | null;
}

export interface Losing {
  holds: SegmentDocument;
  /** Who of those still matches. */
  keeps: SegmentDocument;
  /** What of lower rank those get instead who match it; the first that fits counts. */
  instead: readonly { value: Value; who: SegmentDocument }[];
}

/** One value of a field, and who is to have it. */
interface Entry {
  value: Value;
  actor: Id;
  wheres: [Node, ...Node[]];
  isKept: boolean;
}

/** Why a rule does nothing; nothing: it does. */
export function faultsOf(rule: Rule, state: LibraryState, catalogue: Catalogue): Issue[] {
  const issues = checkGift(rule, catalogue, offered(state.lists));
  const checked = checkSegment(rule.where, catalogue, { segments: state.segment });
  return checked.ok
    ? issues
    : [...issues, ...checked.issues.map((issue) => ({ ...issue, path: ['where', ...issue.path] }))];
}

/** True when there is anything to give or to take. */
export function hasGifts({ items }: LibraryState): boolean {
  return items.rules.some(({ enabled }) => enabled) || items.tiers.some(({ where }) => where !== undefined);
}

/**
 * What the rules and tiers of a library come to.
 * - Of a set each value stands for itself. Of another field one value counts, that of the highest rank: the highest tier, the greatest number,
 *   else the first by name.
 * - A value that several rules give is taken back when all of them would, and kept when one of them says `given`.
 * - What a faulty rule gives is left alone, since nobody knows who is to have it. So is a tier that is given by hand.
 */
export function giftsOf(state: LibraryState, catalogue: Catalogue): Gift[] {
  const fields = new Map<Field, { entries: Entry[]; alone: Value[] }>();
  const placeOf = (field: Field) => {
    const known = fields.get(field) ?? { entries: [], alone: [] };
    fields.set(field, known);
    return known;
  };
  for (const rule of state.items.rules) {
    const field = rule.enabled ? catalogue.fields.get(rule.field) : undefined;
    if (!field) continue;
    const { entries, alone } = placeOf(field);
    if (faultsOf(rule, state, catalogue).length > 0) {
      alone.push(rule.value);
      continue;
    }
    const isKept = rule.keep === 'given';
    const same = entries.find(({ value }) => value === rule.value);
    if (same) {
      same.wheres.push(rule.where.where);
      same.isKept ||= isKept;
    } else
      entries.push({
        value: rule.value,
        actor: `rule:${rule.id}`.slice(0, 64),
        wheres: [rule.where.where],
        isKept,
      });
  }
  const tier = catalogue.fields.get('tier');
  if (tier?.list === 'tiers' && state.items.tiers.some(({ where }) => where !== undefined)) {
    const { entries, alone } = placeOf(tier);
    for (const { id, where } of [...state.items.tiers].reverse()) {
      const isRight = where && checkSegment(where, catalogue, { segments: state.segment }).ok;
      if (!isRight) alone.push(id);
      else
        entries.push({ value: id, actor: `tier:${id}`.slice(0, 64), wheres: [where.where], isKept: false });
    }
  }
  return [...fields].flatMap(([field, { entries, alone }]) => giftsOfField(field, entries, alone));
}

function giftsOfField(field: Field, entries: readonly Entry[], alone: readonly Value[]): Gift[] {
  const isSet = field.type === 'choices';
  const ranked = isSet || field.list === 'tiers' ? entries : [...entries].sort(byRank);
  return ranked.flatMap((entry, rank): Gift[] => {
    if (isSet && alone.includes(entry.value)) return [];
    const higher = isSet ? [] : ranked.slice(0, rank);
    const lacks = notHolding(field, [
      entry.value,
      ...higher.map(({ value }) => value),
      ...(isSet ? [] : alone.filter((value) => value !== entry.value)),
    ]);
    const held = holding(field, entry.value);
    if (!lacks || !held) return [];
    const match = some(entry.wheres);
    const gets = every([match, ...lacks]);
    const above = higher.flatMap(({ wheres }) => wheres) as Node[];
    const isTaken = !entry.isKept && !alone.includes(entry.value);
    return [
      {
        field,
        value: entry.value,
        actor: entry.actor,
        gets: documentOf(gets),
        outranked: above.length === 0 ? null : documentOf(every([gets, some(above as [Node, ...Node[]])])),
        loses: isTaken
          ? {
              holds: documentOf(held),
              keeps: documentOf(every([held, match])),
              instead: isSet
                ? []
                : ranked
                    .slice(rank + 1)
                    .map(({ value, wheres }) => ({ value, who: documentOf(every([held, some(wheres)])) })),
            }
          : null,
      },
    ];
  });
}

function byRank({ value: a }: Entry, { value: b }: Entry): number {
  return typeof a === 'number' && typeof b === 'number' ? b - a : 0;
}
