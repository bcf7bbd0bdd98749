import type { Lists } from '../../contract/index.js';
import { DraftReader, matchHeaders, readCsv, type CsvFile, type CsvRow } from '../../exchange/index.js';
import { setupOf } from './base.js';
import { Problems } from './load.js';
import type { ClientLike, MemoryOptions } from './options.js';

/** So many rows are looked at to tell what a column holds. */
const SAMPLE = 200;

/**
 * Options in which a CSV file has become clients: columns that no field fits are fields of their own, names that the lists lack are added to
 * them as they come. Rows and cells that do not fit are reported with their lines.
 */
export async function readFileOptions(
  file: Blob | Response,
  options: MemoryOptions,
): Promise<{ options: MemoryOptions; problems: Problems }> {
  const body = file instanceof Blob ? file : (file.body ?? '');
  const csv = await readCsv(body);
  const batches = csv.batches();
  const first: CsvRow[] = [];
  while (first.length < SAMPLE) {
    const { value, done } = await batches.next();
    if (done) break;
    first.push(...value);
  }
  const setup = setupOf(options);
  const { settings, catalogue } = setup;
  const mapping = matchHeaders(
    csv.header,
    first.slice(0, SAMPLE).map(({ cells }) => cells),
    { catalogue },
  );
  const lists: Lists = { ...options.lists };
  const reader = new DraftReader(mapping, {
    catalogue,
    lists,
    country: settings.country,
    nameOrder: settings.nameOrder,
    language: settings.collation,
    currency: settings.currency,
    timeZone: settings.timeZone,
    computed: true,
    thisYear: new Date(setup.now()).getUTCFullYear(),
  });
  const problems = new Problems();
  const clients = clientsOf(first, batches, reader, csv, lists, problems);
  const fields = [...(options.fields ?? []), ...reader.fields];
  return { options: { ...options, lists, fields, clients }, problems };
}

async function* clientsOf(
  first: readonly CsvRow[],
  rest: AsyncGenerator<CsvRow[]>,
  reader: DraftReader,
  csv: CsvFile,
  lists: Lists,
  problems: Problems,
): AsyncGenerator<ClientLike> {
  const read = (row: CsvRow): ClientLike => {
    const { patch, issues, line } = reader.read(row);
    for (const { path, message } of issues) {
      problems.add(line, csv.header[Number(path[0])] ?? '', message);
    }
    return patch as ClientLike;
  };
  for (const row of first) yield read(row);
  for await (const batch of rest) for (const row of batch) yield read(row);
  for (const { line, code } of csv.faults)
    problems.add(line, '', `the row does not fit and is left out: ${code}`);
  for (const { list, id, name } of reader.added) lists[list] = [...(lists[list] ?? []), { id, name }];
}
