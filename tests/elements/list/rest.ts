import { until } from '../../support/browser.js';

/** What fades in is there: colours can be measured. */
export async function atRest(element: Element): Promise<void> {
  let frames = 0;
  await until(() => {
    frames = getComputedStyle(element).opacity === '1' ? frames + 1 : 0;
    return frames > 3;
  }, 'what fades in');
}
