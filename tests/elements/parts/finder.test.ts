import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findOptions, type FinderOption } from '../../../src/elements/parts/finder.js';

const OPTIONS: FinderOption[] = [
  { id: 'first', label: 'First visit', group: 'Visits' },
  { id: 'last', label: 'Последний визит', group: 'Визиты' },
  { id: 'visits', label: 'Visits', group: 'Visits' },
  { id: 'sort', label: 'Name, ascending', keywords: 'Sort by', hidden: true },
];
const find = (typed: string): string[] => findOptions(OPTIONS, typed).map(({ id }) => id);

describe('finding a command or a filter', () => {
  it('shows all that is not hidden while nothing is typed', () => {
    assert.deepEqual(find(''), ['first', 'last', 'visits']);
    assert.deepEqual(find('  '), ['first', 'last', 'visits']);
  });

  it('finds by every word, in any case and alphabet, hidden ones too', () => {
    assert.deepEqual(find('FIRST vis'), ['first']);
    assert.deepEqual(find('posled'), ['last']);
    assert.deepEqual(find('sort name'), ['sort']);
    assert.deepEqual(find('nothing'), []);
  });

  it('puts what begins with the word before what merely holds it', () => {
    const options = [
      { id: 'holds', label: 'Revisited' },
      { id: 'begins', label: 'Last visit' },
    ];
    assert.deepEqual(
      findOptions(options, 'visit').map(({ id }) => id),
      ['begins', 'holds'],
    );
  });
});
