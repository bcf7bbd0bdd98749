import type { Node } from '../contract/segment.js';
import type { FieldId } from '../contract/values.js';
import { DEPENDS_ON } from '../segments/virtual.js';
import type { ListQuestion } from './types.js';

/** What decides who is in a result and where: its fields, whether all fields may (search), and its kinds of records. */
export interface Influences {
  fields: ReadonlySet<FieldId> | 'any';
  records: ReadonlySet<string>;
}

/** What a change must touch so that it may move rows of this question. */
export function influencesOf(question: ListQuestion): Influences {
  const fields = new Set<FieldId>();
  const records = new Set<string>();
  let any = false;
  const visit = (node: Node): void => {
    if (node.kind === 'field') fields.add(node.field);
    else if (node.kind === 'records') records.add(node.record);
    else if ('of' in node) node.of.forEach(visit);
    else if (node.kind !== 'everyone') any = true;
  };
  visit(question.where.where);
  for (const { field } of question.sort) fields.add(field);
  for (const field of [...fields]) for (const source of DEPENDS_ON.get(field) ?? []) fields.add(source);
  return { fields: any ? 'any' : fields, records };
}

/** True when a change of these fields (undefined: of any) may put a client elsewhere, or in, or out. */
export function mayMove(influences: Influences, changed: readonly FieldId[] | undefined): boolean {
  const { fields } = influences;
  if (fields === 'any' || changed === undefined) return true;
  return changed.some((field) => fields.has(field));
}
