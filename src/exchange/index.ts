export { ENCODINGS } from './decode.js';
export type { Encoding } from './decode.js';
export { DraftReader, rowsToDrafts } from './drafts.js';
export type { Draft, DraftOptions, Drafts, Guess } from './drafts.js';
export type { NewListItem } from './list-ids.js';
export { matchHeaders } from './match-headers.js';
export type { ColumnMapping, MatchOptions, Target } from './match-headers.js';
export { readCsv, readRows } from './read-csv.js';
export type {
  CsvFault,
  CsvFaultCode,
  CsvFile,
  CsvInput,
  CsvOptions,
  CsvRow,
  CsvWarning,
} from './read-csv.js';
export { csvLine, writeCsv } from './write-csv.js';
export type { CsvValue, CsvWriteOptions } from './write-csv.js';
