import type { ReactiveControllerHost } from 'lit';
import { hasOverlay } from '../../parts/overlays.js';
import { ShortcutsController, type Shortcut } from '../../parts/shortcuts.js';
import { KEYS } from './keys.js';

/** What the shortcuts of the list do. */
export type ShortcutDeeds = Readonly<Record<keyof typeof KEYS, () => void>>;

/** Answers the shortcuts of a list while the focus is in it; `/` also while it is nowhere. Nothing while something is open above the page. */
export function addShortcuts(
  host: ReactiveControllerHost & HTMLElement,
  deeds: ShortcutDeeds,
  isOn: () => boolean,
): ShortcutsController {
  const names = Object.keys(KEYS) as (keyof typeof KEYS)[];
  const shortcuts = names.map((name): Shortcut => ({
    keys: KEYS[name],
    label: name,
    run: deeds[name],
    when: () => isOn() && !hasOverlay(),
    everywhere: name === 'search',
  }));
  return new ShortcutsController(host, () => shortcuts);
}
