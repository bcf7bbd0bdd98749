import {
  valueOf,
  type Catalogue,
  type DateSpec,
  type Field,
  type Node,
  type Operator,
  type Value,
} from '../../contract/index.js';
import type { Random } from '../../sample/random.js';
import { OPERATORS_OF, valueShape, type ScalarKind } from '../../segments/index.js';
import type { Seed } from './seed.js';

/** Fields whose values are kept; virtual ones are asked about by the fixed conditions. */
const fieldsOf = (catalogue: Catalogue) =>
  [...catalogue.fields.values()].filter((field) => field.filter && field.origin !== 'virtual');

/** A segment of up to three levels, with values that stand in the seed, so that most conditions select some and leave some. */
export function randomNode(random: Random, seed: Seed, catalogue: Catalogue, depth = 0): Node {
  if (depth < 3 && random.chance(depth === 0 ? 0.7 : 0.35)) {
    const size = random.whole(1, 3);
    const of = Array.from({ length: size }, () => randomNode(random, seed, catalogue, depth + 1));
    return { kind: random.pick(['all', 'any', 'none'] as const), of: of as [Node, ...Node[]] };
  }
  const field = random.pick(fieldsOf(catalogue));
  const op = random.pick(OPERATORS_OF[field.type]);
  const value = randomValue(random, field, op, seed);
  return {
    kind: 'field',
    field: field.id,
    op,
    ...(value === undefined ? {} : { value }),
    ...(random.chance(0.3) ? { not: true } : {}),
    ...(random.chance(0.2) ? { orMissing: true } : {}),
  } as Node;
}

function randomValue(random: Random, field: Field, op: Operator, seed: Seed): unknown {
  const { many, of } = valueShape(field.type, op);
  const one = () => scalar(random, field, of, seed);
  switch (many) {
    case 'none':
      return undefined;
    case 'one':
      return one();
    case 'pair': {
      const pair = [one(), one()];
      return pair.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
    }
    case 'list':
      return [...new Set([one(), one()])];
  }
}

const dayOf = (value: unknown): string | number =>
  typeof value === 'object' && value !== null && 'day' in value ? String(value.day) : (value as number);

function scalar(
  random: Random,
  field: Field,
  kind: ScalarKind,
  seed: Seed,
): string | number | boolean | DateSpec {
  const held = (): Value | undefined => {
    const client = random.pick(seed.clients);
    return valueOf(client, field.id) as Value | undefined;
  };
  const text = (): string => {
    const value = held();
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'object' && first !== null && 'value' in first) return String(first.value);
    return typeof first === 'string' ? first : 'a';
  };
  switch (kind) {
    case 'boolean':
      return random.chance(0.5);
    case 'number': {
      const value = held();
      return typeof value === 'number' ? value : random.whole(0, 50);
    }
    case 'month':
      return random.whole(1, 12);
    case 'date': {
      const value = held();
      const day = typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined;
      return { day: day ?? `20${random.whole(10, 26)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}` };
    }
    case 'option': {
      const options = field.options ?? (field.list && seed.lists[field.list]) ?? [];
      return options.length > 0 ? random.pick(options).id : 'none';
    }
    case 'phone':
      return /\d/.test(text()) ? text() : '0888123456';
    case 'text':
      return text();
  }
}
