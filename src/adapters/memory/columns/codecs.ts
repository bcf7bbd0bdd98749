import type { Field } from '../../../contract/index.js';
import { parseDayNumber } from '../../../time/index.js';
import type { Codec } from './numbers.js';

const DAY = 86_400_000;

/** Numbers as they are. */
export const numberCodec: Codec = {
  scale: 1,
  encode: (value) => (value as number) + 0,
  decode: (number) => number,
};
const percent: Codec = {
  scale: 100,
  encode: (value) => Math.round((value as number) * 100),
  decode: (number) => number / 100,
};
const boolean: Codec = {
  scale: 1,
  encode: (value) => (value === true ? 1 : 0),
  decode: (number) => number === 1,
};
const day: Codec = {
  scale: 1,
  encode: (value) => parseDayNumber(value as string) ?? Number.NaN,
  decode: (number) => new Date(number * DAY).toISOString().slice(0, 10),
};
const instant: Codec = {
  scale: 1,
  encode: (value) => Date.parse(value as string),
  decode: (number) => new Date(number).toISOString(),
};
export const CODECS: Partial<Record<Field['type'], Codec>> = {
  number: numberCodec,
  money: numberCodec,
  percent,
  boolean,
  day,
  instant,
};
