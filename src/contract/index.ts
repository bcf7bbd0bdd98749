export {
  id,
  fieldId,
  day,
  birthday,
  instant,
  money,
  contact,
  label,
  safeText,
  isSafeText,
  isMasked,
  MAX_TEXT,
} from './values.js';
export type {
  Id,
  FieldId,
  Day,
  Birthday,
  Instant,
  Money,
  Contact,
  MaskedContact,
  CurrencyCode,
  Label,
  Value,
  ScalarValue,
} from './values.js';
export { ClienteleError, isClienteleError, invalid, errorBody, ERROR_CODES, ERROR_STATUS } from './errors.js';
export type { ErrorBody, ErrorCode, ErrorDetail, Issue } from './errors.js';
export {
  defineField,
  fieldDefinition,
  isNumeric,
  FIELD_GROUPS,
  FIELD_TYPES,
  HUES,
  LIST_NAMES,
} from './fields.js';
export type {
  Derivation,
  Field,
  FieldDefinition,
  FieldGroup,
  FieldType,
  Hue,
  ListName,
  Option,
} from './fields.js';
export { builtinFields, BUILTIN_FIELD_IDS, CHANNELS, PURPOSES, STATUSES } from './builtin-fields.js';
export type { BuiltinFieldId, Channel, Purpose, Status } from './builtin-fields.js';
export { client, patch, valueOf, setValue } from './client.js';
export type { Client, Patch } from './client.js';
export {
  segment,
  segmentDocument,
  dateSpec,
  node,
  AGGREGATES,
  DATE_PERIODS,
  DATE_UNITS,
  EVERYONE,
  OPERATORS,
  SEGMENT_LIMITS,
} from './segment.js';
export type {
  DateSpec,
  FieldNode,
  GroupNode,
  Node,
  Operator,
  RecordsNode,
  Scalar,
  Segment,
  SegmentDocument,
  Test,
} from './segment.js';
export {
  aggregate,
  clientPage,
  found,
  pageOf,
  query,
  savedView,
  selection,
  table,
  viewState,
  MAX_PINNED,
  MAX_WINDOW,
} from './query.js';
export type {
  Aggregate,
  Found,
  Page,
  Query,
  SavedView,
  Selection,
  SortKey,
  Table,
  ViewState,
  Window,
} from './query.js';
export {
  builtinRecords,
  asDefinitions,
  HISTORY_RECORDS,
  isPersonal,
  LASTING_RECORDS,
  defineRecord,
  record,
  recordPatch,
  ingestItem,
  heldItem,
  ingestResult,
  settlement,
  BOOKING_STATES,
} from './records.js';
export type {
  BookingState,
  ClientRecord,
  HeldItem,
  Settlement,
  IngestItem,
  IngestResult,
  RecordDefinition,
  RecordKind,
  RecordPatch,
} from './records.js';
export { standardRecords } from './standard-records.js';
export { builtinActions, builtinTabs, defineAction, defineTab, PERMISSIONS } from './actions.js';
export type { Action, ActionDefinition, Permission, TabDefinition } from './actions.js';
export { actionRequest, job, jobRow, plan, JOB_STATES, ROW_REASONS } from './jobs.js';
export type { ActionRequest, Job, JobRow, Plan, RowReason } from './jobs.js';
export { capabilities, description, listItem, rights, settings, DEFAULT_SETTINGS } from './description.js';
export type { Capabilities, Description, ListItem, Lists, Rights, Settings } from './description.js';
export {
  explainedNode,
  explainRequest,
  explanation,
  rule,
  segmentPath,
  segmentSize,
  use,
  LIBRARY_KINDS,
} from './library.js';
export type {
  ExplainedNode,
  ExplainRequest,
  Explanation,
  LibraryItem,
  LibraryItems,
  LibraryKind,
  LibrarySave,
  Rule,
  SegmentPath,
  SegmentSize,
  Use,
} from './library.js';
export { change } from './changes.js';
export type { Change } from './changes.js';
export { createCatalogue } from './catalogue.js';
export type { Catalogue } from './catalogue.js';
export type {
  Adapter,
  Context,
  JobStore,
  LibraryStore,
  Now,
  RecordQuery,
  RecordStore,
  ReviewStore,
  Save,
  ViewStore,
  WorkOptions,
  WriteContext,
} from './adapter.js';
