import '../jitless.js';
import * as z from 'zod/mini';
import { listItem } from '../description.js';
import { LIBRARY_KINDS, rule, segmentSize, use } from '../library.js';
import { savedView } from '../query.js';
import { segment } from '../segment.js';
import { id } from '../values.js';
import { byId, creates, edits, none, removes, type Operation } from './shape.js';

const byKind = z.object({ kind: z.enum(LIBRARY_KINDS) });
const byItem = z.object({ kind: z.enum(LIBRARY_KINDS), id });
const { name, scope, role, state } = savedView.shape;
const viewBody = z.strictObject({ name, scope, role, state });
const libraryItem = z.union([segment, rule, listItem]);
/** An item without what the address and the headers say. Which members belong to which kind is checked by the library. */
const libraryBody = z.record(z.string(), z.unknown());

export const keptOperations = {
  listViews: {
    ...none,
    capability: 'views',
    name: 'views.list',
    method: 'GET',
    path: '/views',
    summary: 'The saved views that the caller gets.',
    answer: z.array(savedView),
  },
  createView: {
    ...creates,
    capability: 'views',
    name: 'views.save',
    method: 'PUT',
    path: '/views/{id}',
    summary: 'Keeps a view under an id of the caller.',
    params: byId,
    body: viewBody,
    answer: savedView,
  },
  saveView: {
    ...edits,
    capability: 'views',
    name: 'views.save',
    method: 'PATCH',
    path: '/views/{id}',
    summary: 'Replaces what a view keeps.',
    params: byId,
    body: viewBody,
    answer: savedView,
  },
  removeView: {
    ...removes,
    capability: 'views',
    name: 'views.remove',
    path: '/views/{id}',
    summary: 'Removes a view.',
    params: byId,
  },
  listLibrary: {
    ...none,
    capability: 'library',
    name: 'library.list',
    method: 'GET',
    path: '/library/{kind}',
    summary: 'Kept segments, rules, categories, groups or tiers, in order.',
    params: byKind,
    answer: z.array(libraryItem),
  },
  createItem: {
    ...creates,
    capability: 'library',
    name: 'library.save',
    method: 'PUT',
    path: '/library/{kind}/{id}',
    summary: 'Keeps a new item under an id of the caller.',
    params: byItem,
    body: libraryBody,
    answer: libraryItem,
  },
  saveItem: {
    ...edits,
    capability: 'library',
    name: 'library.save',
    method: 'PATCH',
    path: '/library/{kind}/{id}',
    summary: 'Replaces what an item holds.',
    params: byItem,
    body: libraryBody,
    answer: libraryItem,
  },
  removeItem: {
    ...removes,
    capability: 'library',
    name: 'library.remove',
    path: '/library/{kind}/{id}',
    summary: 'Removes an item; one that something points at is refused with what does.',
    params: byItem,
  },
  uses: {
    ...none,
    capability: 'library',
    name: 'library.uses',
    method: 'GET',
    path: '/library/{kind}/{id}/uses',
    summary: 'What points at an item.',
    params: byItem,
    answer: z.array(use),
  },
  sizes: {
    ...none,
    capability: 'library',
    name: 'library.sizes',
    method: 'GET',
    path: '/segments/{id}/sizes',
    summary: 'How many clients a segment had, day by day.',
    params: byId,
    answer: z.array(segmentSize),
  },
} as const satisfies Record<string, Operation>;
