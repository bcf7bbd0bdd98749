import type { ClientRecord } from '../../src/contract/index.js';
import { dayNumber, dayOf, startOfDay } from '../../src/time/index.js';
import type { OpenBase } from './base.js';
import type { BookingDraft } from './booking-form.js';
import type { DayBooking } from './calendar.js';
import type { Named } from './named.js';
import type { Words } from './words.js';

/** The bookings of today, with the names of their clients. */
export async function readToday(base: OpenBase, services: readonly Named[]): Promise<DayBooking[]> {
  const found = await base.bookings(base.description.today);
  const names = await base.names(found.map((record) => record.client));
  const labels = new Map(services.map(({ id, label }) => [id, label]));
  return found.map((record) => toDayBooking(record, names, labels));
}

function toDayBooking(
  record: ClientRecord,
  names: ReadonlyMap<string, string>,
  services: ReadonlyMap<string, string>,
): DayBooking {
  const { values } = record;
  const text = (field: string): string => {
    const value = values[field];
    return typeof value === 'string' ? value : '';
  };
  const [service = ''] = Array.isArray(values['services']) ? (values['services'] as string[]) : [];
  return {
    id: record.id,
    client: record.client,
    clientName: names.get(record.client) ?? '',
    service: services.get(service) ?? service,
    staff: text('staff'),
    start: text('start'),
    minutes: Number(values['minutes'] ?? 30),
    state: text('state'),
  };
}

/** Books, finding the client by what the form says of them or making a new one. Answers what to tell the person. */
export async function book(base: OpenBase, draft: BookingDraft, text: Words): Promise<string> {
  const { description, session } = base;
  const service = description.lists.services?.find(({ id }) => id === draft.service);
  const [day = description.today, clock = '12:00'] = draft.time.split('T');
  const [hour = 12, minute = 0] = clock.split(':').map(Number);
  const midnight = startOfDay(dayOf(dayNumber(day)), description.settings.timeZone);
  const [result] = await session.ingest([
    {
      record: 'bookings',
      id: crypto.randomUUID(),
      client: {
        name: draft.name,
        ...(draft.phone ? { phone: draft.phone } : {}),
        ...(draft.email ? { email: draft.email } : {}),
      },
      values: {
        start: new Date(midnight + (hour * 60 + minute) * 60_000).toISOString(),
        minutes: service?.minutes ?? 45,
        state: 'confirmed',
        services: [draft.service],
        staff: draft.staff,
        price: service?.price ?? 0,
        online: false,
      },
    },
  ]);
  if (result?.outcome === 'failed') return result.reason ?? '';
  const say =
    result?.outcome === 'created' ? text.created : result?.outcome === 'review' ? text.several : text.booked;
  return say(draft.name);
}
