import {
  ArrowDown,
  ArrowUp,
  Cake,
  Columns3,
  Download,
  Keyboard,
  Layers,
  ListChecks,
  ListFilter,
  ListX,
  Plus,
  Rows3,
  Search,
  Shapes,
  SquareX,
  ArrowDownUp,
  Upload,
} from 'lucide';
import type { Action, Field, FieldId, SavedView } from '../../../contract/index.js';
import type { Terms } from '../../../locales/terms.js';
import type { Formatter } from '../../../sdk/types.js';
import { actionsFor, iconOfAction, onlyTicked } from '../action-list.js';
import { actionWords } from '../actions/words.js';
import { canSortBy } from '../columns/column-menu.js';
import { filterFields } from '../../conditions/ready.js';
import type { Offer } from '../list.events.js';
import { columnFields, isShown, type LayoutRefusal } from '../model/layout.js';
import type { Density, ListModel } from '../model/list-model.js';
import { tickedCount } from '../model/selection.js';
import { keyNames } from '../../parts/shortcuts.js';
import type { FinderOption } from '../../parts/finder.js';
import { KEYS } from './keys.js';

/** The second page of the palette. */
export type PalettePage = 'filter' | 'sort' | 'columns' | 'density' | 'views';

/** What the palette can do to the list around it. */
export interface PaletteHost {
  search(): void;
  filter(field: FieldId | null): void;
  step(by: 1 | -1): void;
  offer(offer: Offer): void;
  open(view: SavedView | null): void;
  tickAll(): void;
  act(action: Action): void;
  shortcuts(): void;
  refuse(reason: LayoutRefusal): void;
}

export interface CommandContext {
  readonly model: ListModel;
  readonly terms: Pick<Terms, 'palette' | 'columns' | 'list' | 'actions' | 'common'>;
  readonly format: Formatter;
  readonly labelOf: (field: Field) => string;
  readonly offers: ReadonlySet<Offer>;
  readonly views: readonly SavedView[];
  readonly host: PaletteHost;
}

export interface Command extends FinderOption {
  /** Opens a page of further commands instead of doing something. */
  readonly page?: PalettePage;
  /** The page it stands on; none: the first. */
  readonly on?: PalettePage;
  readonly run?: () => void;
}

const DENSITIES: readonly Density[] = ['comfortable', 'regular', 'compact'];
const OFFERED = [
  ['add', Plus],
  ['import', Upload],
  ['export', Download],
  ['birthdays', Cake],
  ['segments', Shapes],
] as const;

/** Everything that can be done to the list now. Those of the further pages are found by search from the first. */
export function commandsOf(context: CommandContext): Command[] {
  return [
    ...forTicked(context),
    ...ofList(context),
    ...ofFilters(context),
    ...ofSort(context),
    ...ofColumns(context),
    ...ofDensity(context),
    ...ofViews(context),
  ].map((command) => ({ ...command, keywords: command.group ?? '' }));
}

/** What one page of the palette shows; the first also finds what stands on the others. */
export function pageOf(commands: readonly Command[], page: PalettePage | null): readonly Command[] {
  if (page === null) return commands.map((command) => (command.on ? { ...command, hidden: true } : command));
  return commands.filter((command) => command.on === page);
}

function forTicked({ model, terms, format, host }: CommandContext): Command[] {
  const count = tickedCount(model.ticks);
  if (count === 0) return [];
  const group = terms.palette.groups.ticked(count);
  const actions = actionsFor(model, 'palette', count, onlyTicked(model)).map((action): Command => ({
    id: `act:${action.id}`,
    label: actionWords(action, terms, format).label,
    group,
    icon: iconOfAction(action),
    run: () => host.act(action),
  }));
  return [
    ...actions,
    {
      id: 'untick',
      label: terms.palette.commands.untick,
      group,
      icon: SquareX,
      run: () => model.clearTicks(),
    },
  ];
}

function ofList({ model, terms, offers, host }: CommandContext): Command[] {
  const { commands, groups } = terms.palette;
  const group = groups.list;
  const { description } = model.session;
  const command = (
    id: string,
    label: string,
    icon: FinderOption['icon'],
    run: () => void,
    keys?: string,
  ): Command => ({
    id,
    label,
    group,
    ...(icon ? { icon } : {}),
    run,
    ...(keys ? { keys: keyNames(keys) } : {}),
  });
  const hasFilters = model.filters.where.kind !== 'everyone';
  const offered = OFFERED.filter(
    ([offer]) => offers.has(offer) && (offer !== 'add' || model.session.can('create')),
  ).map(([offer, icon]) => command(offer, terms.list[offer], icon, () => host.offer(offer)));
  return [
    ...(description?.capabilities.search
      ? [command('search', commands.search, Search, () => host.search(), KEYS.search)]
      : []),
    ...offered,
    {
      id: 'filter',
      label: commands.filterBy,
      group,
      icon: ListFilter,
      page: 'filter',
      keys: keyNames(KEYS.filter),
    },
    ...(hasFilters ? [command('clear', commands.clearFilters, ListX, () => model.clearFilters())] : []),
    { id: 'sort', label: commands.sortBy, group, icon: ArrowDownUp, page: 'sort' },
    { id: 'columns', label: commands.columns, group, icon: Columns3, page: 'columns' },
    { id: 'density', label: commands.density, group, icon: Rows3, page: 'density' },
    ...(description?.capabilities.views
      ? [{ id: 'views', label: commands.views, group, icon: Layers, page: 'views' } as const]
      : []),
    command('tick-all', commands.tickAll, ListChecks, () => host.tickAll()),
    command('next', commands.next, ArrowDown, () => host.step(1), KEYS.next),
    command('previous', commands.previous, ArrowUp, () => host.step(-1), KEYS.previous),
    command('shortcuts', commands.shortcuts, Keyboard, () => host.shortcuts(), KEYS.help),
  ];
}

function ofFilters({ model, terms, labelOf, host }: CommandContext): Command[] {
  return filterFields(model.session).map((field) => ({
    id: `filter:${field.id}`,
    label: terms.palette.commands.filterField(labelOf(field)),
    group: terms.palette.groups.filter,
    on: 'filter',
    run: () => host.filter(field.id),
  }));
}

function ofSort({ model, terms, labelOf }: CommandContext): Command[] {
  const { commands, groups } = terms.palette;
  return [...model.fields.values()]
    .filter((field) => field.column !== false && canSortBy(model, field))
    .flatMap((field): Command[] => [
      {
        id: `sort:${field.id}:asc`,
        label: commands.sortAscending(labelOf(field)),
        group: groups.sort,
        icon: ArrowUp,
        on: 'sort',
        run: () => model.setSort([{ field: field.id, dir: 'asc' }]),
      },
      {
        id: `sort:${field.id}:desc`,
        label: commands.sortDescending(labelOf(field)),
        group: groups.sort,
        icon: ArrowDown,
        on: 'sort',
        run: () => model.setSort([{ field: field.id, dir: 'desc' }]),
      },
    ]);
}

function ofColumns({ model, terms, labelOf, host }: CommandContext): Command[] {
  const { commands, groups } = terms.palette;
  return columnFields(model.fields).map((field) => ({
    id: `column:${field.id}`,
    label: isShown(model.layout, field.id) ? commands.hide(labelOf(field)) : commands.show(labelOf(field)),
    group: groups.columns,
    on: 'columns',
    run: () => {
      const refused = model.toggleColumn(field);
      if (refused) host.refuse(refused);
    },
  }));
}

function ofDensity({ model, terms }: CommandContext): Command[] {
  return DENSITIES.map((density) => ({
    id: `density:${density}`,
    label: terms.columns.densities[density],
    group: terms.palette.groups.density,
    on: 'density',
    run: () => model.setDensity(density),
  }));
}

function ofViews({ model, terms, views, host }: CommandContext): Command[] {
  if (!model.session.description?.capabilities.views) return [];
  const { commands, groups } = terms.palette;
  const all: Command = {
    id: 'view',
    label: commands.allClients,
    group: groups.views,
    on: 'views',
    run: () => host.open(null),
  };
  return [
    all,
    ...views.map((view): Command => ({
      id: `view:${view.id}`,
      label: view.name,
      group: groups.views,
      on: 'views',
      run: () => host.open(view),
    })),
  ];
}
