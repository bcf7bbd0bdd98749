/**
 * Real keys and clicks, sent by the browser's driver, not dispatched: focus, default actions and `isTrusted` are those of a person.
 */
import {
  emulateMedia,
  executeServerCommand,
  resetMouse,
  sendKeys,
  sendMouse,
  setViewport,
} from '@web/test-runner-commands';

/** Which engine runs the test; some commands exist in one only. */
export const engine = /AppleWebKit/.test(navigator.userAgent)
  ? /Chrom/.test(navigator.userAgent)
    ? 'chromium'
    : 'webkit'
  : 'firefox';

/**
 * Presses keys one after the other: 'Tab', 'ArrowDown', 'a', 'Shift+Tab', 'Control+a'. 'ContextMenu' is Shift+F10 where the
 * driver does not know that key.
 */
export async function press(...keys: string[]): Promise<void> {
  for (const wanted of keys) {
    const key = wanted === 'ContextMenu' && engine !== 'chromium' ? 'Shift+F10' : wanted;
    const parts = key.split(/\+(?=.)/);
    if (engine === 'webkit' && parts.length > 1) {
      await executeServerCommand('clientele-chord', { keys: parts });
      continue;
    }
    const last = parts.pop() ?? key;
    for (const modifier of parts) await sendKeys({ down: modifier });
    await sendKeys({ press: last });
    for (const modifier of parts.reverse()) await sendKeys({ up: modifier });
  }
}

/** Types text into what has the focus. */
export async function type(text: string): Promise<void> {
  if (engine !== 'webkit') await sendKeys({ type: text });
  // Its driver holds all keys of one command at once, and so loses every letter that comes twice.
  else for (const letter of text) await executeServerCommand('clientele-chord', { keys: [letter] });
}

/** Holds a modifier while `work` runs. WebKit's driver cannot: skip there. */
export async function holding(
  modifier: 'Shift' | 'Control' | 'Alt' | 'Meta',
  work: () => Promise<void>,
): Promise<void> {
  await sendKeys({ down: modifier });
  try {
    await work();
  } finally {
    await sendKeys({ up: modifier });
  }
}

/** The middle of an element in the viewport, in whole pixels. */
export function middleOf(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** Scrolls to an element and clicks its middle. */
export async function click(element: Element, button: 'left' | 'middle' | 'right' = 'left'): Promise<void> {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  await sendMouse({ type: 'click', position: middleOf(element), button });
}

/** Moves the pointer over an element's middle. */
export async function hover(element: Element): Promise<void> {
  await sendMouse({ type: 'move', position: middleOf(element) });
}

/** Drags from the middle of an element to a point of the viewport, in `steps` moves. */
export async function drag(from: Element, to: [number, number], steps = 6): Promise<void> {
  const [x, y] = middleOf(from);
  const path = Array.from({ length: steps + 1 }, (_, step): [number, number] => [
    Math.round(x + ((to[0] - x) * step) / steps),
    Math.round(y + ((to[1] - y) * step) / steps),
  ]);
  if (engine === 'webkit') {
    await executeServerCommand('clientele-drag', { path });
    return;
  }
  const [start = middleOf(from), ...rest] = path;
  await sendMouse({ type: 'move', position: start });
  await sendMouse({ type: 'down' });
  for (const position of rest) await sendMouse({ type: 'move', position });
  await sendMouse({ type: 'up' });
}

/** Lets go of the mouse and puts it into the corner: to be called after tests that moved it. */
export async function resetPointer(): Promise<void> {
  await resetMouse();
}

/** Sets the size of the viewport; WebKit's driver sizes the window instead, frame included. */
export async function resizeViewport(width: number, height: number): Promise<void> {
  if (engine === 'webkit') await executeServerCommand('clientele-window-size', { width, height });
  else await setViewport({ width, height });
}

/** Sets media features. Chromium alone can: skip elsewhere. */
export async function media(features: Parameters<typeof emulateMedia>[0]): Promise<void> {
  await emulateMedia(features);
}
