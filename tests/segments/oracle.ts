import {
  valueOf,
  type Client,
  type ClientRecord,
  type Contact,
  type DateSpec,
  type Field,
  type FieldType,
  type Node,
  type Test,
} from '../../src/contract/index.js';
import { digitsOf, fold, normalisePhone, parseSearch, phoneNeedles } from '../../src/text/index.js';
import { addDays, age, birthdayIn, dayInZone, resolveDate } from '../../src/time/index.js';
import { catalogue, settings, TODAY } from './base.js';

/** True, false, or null for unknown. */
export type Truth = boolean | null;
type Bookings = (client: Client) => readonly ClientRecord[];

/** What a document says of one client, worked out the plainest way, from values and by the words of the contract. */
export function judge(node: Node, client: Client, bookings: Bookings): Truth {
  switch (node.kind) {
    case 'everyone':
      return true;
    case 'all':
      return every(node.of.map((child) => judge(child, client, bookings)));
    case 'any':
      return opposite(every(node.of.map((child) => opposite(judge(child, client, bookings)))));
    case 'none':
      return every(node.of.map((child) => opposite(judge(child, client, bookings))));
    case 'field':
      return judgeField(node, client);
    case 'records':
      return judgeRecords(node, client, bookings);
    case 'reachable':
      return node.not ? !isReachable(node, client) : isReachable(node, client);
    case 'segment':
      throw new Error('no references here');
    case 'search':
      return isFound(node.text, client);
  }
}

function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

function opposite(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function finish(test: Test, holds: Truth): Truth {
  const truth = test.not ? opposite(holds) : holds;
  return truth === null && test.orMissing ? true : truth;
}

function judgeField(node: Node & { kind: 'field' }, client: Client): Truth {
  const field = catalogue.fields.get(node.field)!;
  if (field.id === 'name') {
    const order =
      settings.nameOrder === 'lastFirst'
        ? ['lastName', 'firstName', 'patronymic']
        : ['firstName', 'patronymic', 'lastName'];
    const parts = order.map((part) => valueOf(client, part)).filter((part) => typeof part === 'string');
    return finish(node, judgeValue(node, 'text', parts.length === 0 ? undefined : parts.join(' ')));
  }
  if (field.id === 'age') {
    const years = client.birthday === undefined ? null : age(client.birthday, TODAY, settings.leapBirthday);
    return finish(node, judgeValue(node, 'number', years ?? undefined));
  }
  if (field.id === 'status')
    return finish(node, node.op === 'exists' ? true : (node.value as string[]).includes(status(client)));
  return finish(node, judgeValue(node, field.type, valueOf(client, field.id)));
}

function status(client: Client): string {
  if ((client.visits ?? 0) < 1) return 'potential';
  const booked =
    client.nextVisit !== undefined && dayInZone(Date.parse(client.nextVisit), settings.timeZone) >= TODAY;
  const tooLong =
    client.lastVisit !== undefined && client.lastVisit < addDays(TODAY, -settings.lostAfterDays);
  if (tooLong && !booked) return 'lost';
  return client.visits === 1 ? 'new' : 'regular';
}

const compare = (op: Test['op'], value: number | string, wanted: readonly (number | string)[]): boolean => {
  const first = wanted[0]!;
  switch (op) {
    case 'is':
      return value === first;
    case 'in':
      return wanted.includes(value);
    case 'lt':
      return value < first;
    case 'lte':
      return value <= first;
    case 'gt':
      return value > first;
    case 'gte':
      return value >= first;
    case 'between':
      return value >= first && value <= wanted[1]!;
    default:
      throw new Error(op);
  }
};

function judgeValue(test: Test, type: FieldType, value: unknown): Truth {
  const wanted = (Array.isArray(test.value) ? test.value : [test.value]) as never[];
  if (type === 'choices') {
    const own = (value ?? []) as string[];
    if (test.op === 'exists') return own.length > 0;
    return test.op === 'anyOf'
      ? wanted.some((id) => own.includes(id))
      : wanted.every((id) => own.includes(id));
  }
  const isMissing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (test.op === 'exists') return !isMissing;
  if (isMissing) return null;
  const days = (): string[] => wanted.map((spec: DateSpec) => resolveDate(spec, TODAY, settings));
  switch (type) {
    case 'number':
    case 'money':
    case 'percent':
      return compare(test.op, value as number, wanted);
    case 'boolean':
      return value === wanted[0];
    case 'choice':
      return wanted.includes(value as never);
    case 'day':
      return compare(test.op, value as string, days());
    case 'instant':
      return compare(test.op, dayInZone(Date.parse(value as string), settings.timeZone), days());
    case 'birthday':
      return judgeBirthday(test, value as string, wanted, days);
    case 'text':
      return judgeTexts(test.op, [fold(value as string)], wanted.map(fold));
    case 'texts':
      return judgeTexts(test.op, (value as string[]).map(fold), wanted.map(fold));
    case 'emails':
      return judgeTexts(
        test.op,
        (value as Contact[]).map((contact) => fold(contact.value)),
        wanted.map(fold),
      );
    case 'phones':
      return judgePhones(
        test.op,
        (value as Contact[]).map((contact) => digitsOf(contact.value)),
        wanted[0]!,
      );
    case 'image':
      throw new Error('images');
  }
}

function judgeBirthday(test: Test, value: string, wanted: readonly number[], days: () => string[]): Truth {
  if (test.op === 'month') return wanted.includes(Number(value.slice(-5, -3)));
  if (test.op === 'anniversary') {
    const [from, to] = days();
    for (let year = Number(from!.slice(0, 4)); year <= Number(to!.slice(0, 4)); year++) {
      const falls = birthdayIn(value, year, settings.leapBirthday);
      if (falls >= from! && falls <= to!) return true;
    }
    return false;
  }
  return value.startsWith('--') ? null : compare(test.op, value, days());
}

function judgeTexts(op: Test['op'], own: readonly string[], wanted: readonly string[]): boolean {
  return own.some((text) =>
    wanted.some((part) =>
      op === 'contains' ? text.includes(part) : op === 'startsWith' ? text.startsWith(part) : text === part,
    ),
  );
}

function judgePhones(op: Test['op'], own: readonly string[], wanted: string): boolean {
  const needles = phoneNeedles(wanted);
  if (op === 'contains') return judgeTexts(op, own, needles);
  if (op === 'is') {
    const phone = normalisePhone(wanted, settings.country);
    return judgeTexts(op, own, 'e164' in phone ? [digitsOf(phone.e164)] : needles);
  }
  // A Bulgarian base: what begins with the trunk 0 stands after +359; without a sign it may be either.
  if (/^(\+|00)/.test(wanted)) return judgeTexts(op, own, needles);
  const national = `359${needles[0]!}`;
  return judgeTexts(op, own, wanted.startsWith('0') ? [national] : [...needles, national]);
}

function isReachable(node: Node & { kind: 'reachable' }, client: Client): boolean {
  const { channel, purpose } = node;
  const has =
    channel === 'email'
      ? (client.emails ?? []).length > 0
      : channel === 'push'
        ? client.hasApp === true
        : (client.phones ?? []).length > 0;
  if (!has || client.muted === true || client.blocked === true) return false;
  if (purpose === 'transactional') return true;
  return client.subscribed === true && (client.consents ?? []).includes(`${channel}:${purpose}`);
}

function isFound(text: string, client: Client): boolean {
  const values = (field: string): readonly string[] => {
    const value = valueOf(client, field) ?? [];
    return (Array.isArray(value) ? value : [value]).map((item) =>
      typeof item === 'string' ? item : (item as Contact).value,
    );
  };
  const texts = ['firstName', 'lastName', 'patronymic', 'emails', 'cardNumbers', 'custom.notes']
    .flatMap(values)
    .map(fold);
  const phones = values('phones').map(digitsOf);
  return parseSearch(text).every(
    (term) =>
      texts.some((own) => term.text !== '' && own.includes(term.text)) ||
      phones.some((own) => term.phones.some((part) => own.includes(part))),
  );
}

function judgeRecords(node: Node & { kind: 'records' }, client: Client, bookings: Bookings): Truth {
  const kind = catalogue.records.get(node.record)!;
  const fieldOf = (id: string): Field => kind.fields.find((field) => field.id === id)!;
  const judgeRecord = (where: Node, record: ClientRecord): Truth => {
    switch (where.kind) {
      case 'all':
        return every(where.of.map((child) => judgeRecord(child, record)));
      case 'any':
        return opposite(every(where.of.map((child) => opposite(judgeRecord(child, record)))));
      case 'none':
        return every(where.of.map((child) => opposite(judgeRecord(child, record))));
      case 'field':
        return finish(where, judgeValue(where, fieldOf(where.field).type, record.values[where.field]));
      default:
        return true;
    }
  };
  const own = [...bookings(client)]
    .sort((a, b) => (a.at! < b.at! ? -1 : a.at! > b.at! ? 1 : a.id < b.id ? -1 : 1))
    .filter((record) => node.where === undefined || judgeRecord(node.where, record) === true);
  if (node.agg === 'count') return finish(node, judgeValue(node, 'number', own.length));
  const path = node.path ?? kind.date;
  const values = own.map((record) => record.values[path]);
  const there = values.filter((value) => value !== undefined).sort((a, b) => (a! < b! ? -1 : 1));
  const figure = {
    sum: () => there.reduce<number>((sum, value) => sum + (value as number), 0),
    min: () => there[0],
    max: () => there.at(-1),
    first: () => values[0],
    last: () => values.at(-1),
  }[node.agg]();
  return finish(node, judgeValue(node, fieldOf(path).type, figure));
}
