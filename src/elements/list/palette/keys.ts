/** Shortcuts of the list. Those without Mod never act while someone types. */
export const KEYS = {
  commands: 'Mod+k',
  search: '/',
  filter: 'f',
  next: 'j',
  previous: 'k',
  help: '?',
} as const;

/** Keys of the grid, by what is under the keyboard; the grid itself answers them. */
export const GRID_KEYS = {
  rows: [
    ['move', 'ArrowUp ArrowDown ArrowLeft ArrowRight'],
    ['ends', 'Home End'],
    ['open', 'Enter'],
    ['tick', 'Space'],
    ['tickRange', 'Shift+Space'],
    ['tickAll', 'Mod+a'],
    ['untick', 'Escape'],
    ['rowMenu', 'Shift+F10'],
  ],
  heads: [
    ['sort', 'Enter'],
    ['columnMenu', 'Alt+ArrowDown'],
    ['moveColumn', 'Alt+ArrowLeft Alt+ArrowRight'],
    ['resizeColumn', 'Alt+Shift+ArrowLeft Alt+Shift+ArrowRight'],
  ],
} as const;
