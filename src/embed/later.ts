/** Widgets that a page without a build loads when one of them stands in it. */
const LATER: Readonly<Record<string, () => Promise<unknown>>> = {
  'clientele-card': async () => import('../elements/card/card.define.js'),
  'clientele-segment-builder': async () => import('../elements/segment-builder/segment-builder.define.js'),
  'clientele-segments': async () => import('../elements/segments/segments.define.js'),
};

/** Loads widgets by their tags: for those that stand in a shadow root, which are not found by themselves. */
export async function loadWidgets(...tags: readonly string[]): Promise<void> {
  await Promise.all(tags.map(async (tag) => LATER[tag]?.()));
}

/** Loads each widget as soon as one stands in the document, now or later. */
export function loadWhenSeen(): void {
  const tags = new Set(Object.keys(LATER));
  const look = (): void => {
    for (const tag of tags) {
      if (!document.querySelector(tag)) continue;
      tags.delete(tag);
      // A part that could not be fetched is tried again with the next one that appears.
      loadWidgets(tag).catch(() => tags.add(tag));
    }
    if (tags.size === 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true });
  look();
}
