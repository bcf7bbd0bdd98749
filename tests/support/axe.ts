import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Animations and transitions in a tree, its shadow roots included, but those that never end. */
function movements(root: Document | ShadowRoot): Animation[] {
  const own = root.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
  const within = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? movements(shadowRoot) : [],
  );
  return [...own, ...within];
}

/**
 * What axe finds wrong below `root`, through shadow roots, one line each: rule, help, where. Checks WCAG 2.0 to 2.2,
 * levels A and AA, and the size of targets, which axe leaves out unless told. Waits for what moves to stand still.
 * `off` names rules to leave out; give the reason where it is called.
 */
export async function axeViolations(
  root: Element | Document = document,
  off: string[] = [],
): Promise<string[]> {
  // Half-way through a fade a colour is neither what was meant nor what stays.
  await Promise.allSettled(movements(document).map(({ finished }) => finished));
  const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run(root, {
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true }, ...rules },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.flat().join(' » ')} (${node.failureSummary ?? ''})`),
  );
}

/** Fails with every finding of `axeViolations`. */
export async function expectAccessible(
  root: Element | Document = document,
  off: string[] = [],
): Promise<void> {
  const found = await axeViolations(root, off);
  if (found.length > 0) throw new Error(`axe found ${found.length}:\n${found.join('\n')}`);
}
