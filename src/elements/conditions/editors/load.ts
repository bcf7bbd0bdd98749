import type { FieldType } from '../../../contract/index.js';
import type { ConditionEditor } from './editor.js';

const number = async (): Promise<ConditionEditor> => (await import('./number.js')).editor;
const date = async (): Promise<ConditionEditor> => (await import('./date.js')).editor;
const text = async (): Promise<ConditionEditor> => (await import('./text.js')).editor;
const choice = async (): Promise<ConditionEditor> => (await import('./choice.js')).editor;

const EDITORS: Readonly<Record<FieldType, () => Promise<ConditionEditor>>> = {
  number,
  money: number,
  percent: number,
  day: date,
  instant: date,
  birthday: async () => (await import('./date.js')).birthdayEditor,
  text,
  texts: text,
  phones: text,
  emails: text,
  choice,
  choices: choice,
  boolean: async () => (await import('./choice.js')).booleanEditor,
  image: async () => (await import('./choice.js')).presenceEditor,
};

/** The editor of a type of field; types of one family share theirs. */
export async function loadEditor(type: FieldType): Promise<ConditionEditor> {
  return EDITORS[type]();
}
