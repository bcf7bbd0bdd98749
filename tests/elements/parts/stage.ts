import { adoptStyles, render, type CSSResultGroup, type CSSResultOrNative, type TemplateResult } from 'lit';
import { avatarStyles } from '../../../src/elements/parts/styles/avatar.js';
import { base, iconStyles, scrollStyles } from '../../../src/elements/parts/styles/base.js';
import { buttonStyles } from '../../../src/elements/parts/styles/button.js';
import { chipStyles } from '../../../src/elements/parts/styles/chip.js';
import { choiceStyles } from '../../../src/elements/parts/styles/choice.js';
import { emptyStateStyles } from '../../../src/elements/parts/styles/empty-state.js';
import { fieldStyles } from '../../../src/elements/parts/styles/field.js';
import { progressStyles } from '../../../src/elements/parts/styles/progress.js';
import { skeletonStyles } from '../../../src/elements/parts/styles/skeleton.js';
import { tokens } from '../../../src/theme/tokens.js';
import { mount, nextFrame } from '../../support/browser.js';

const styles: CSSResultGroup[] = [
  tokens,
  base,
  iconStyles,
  scrollStyles,
  buttonStyles,
  fieldStyles,
  choiceStyles,
  chipStyles,
  avatarStyles,
  emptyStateStyles,
  progressStyles,
  skeletonStyles,
];

const flatten = (group: CSSResultGroup): CSSResultOrNative[] =>
  Array.isArray(group)
    ? group.flatMap((each: CSSResultGroup) => flatten(each))
    : [group as CSSResultOrNative];

export interface Stage {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  /** The first match in the stage's shadow root. */
  find<T extends Element = HTMLElement>(selector: string): T;
  update(template: TemplateResult): Promise<void>;
}

/** A shadow root with the tokens and base styles, as a widget has it, that shows a template. Gone after the test. */
export async function stage(
  template: TemplateResult,
  attributes: Record<string, string> = {},
): Promise<Stage> {
  const host = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  const shadow = host.attachShadow({ mode: 'open' });
  adoptStyles(shadow, flatten(styles));
  const root = document.createElement('div');
  root.className = 'root';
  root.style.setProperty('background', 'var(--_color-surface)');
  shadow.append(root);
  mount(host);
  const update = async (next: TemplateResult): Promise<void> => {
    render(next, root);
    await settled(root);
  };
  await update(template);
  return {
    host,
    shadow,
    update,
    find<T extends Element = HTMLElement>(selector: string): T {
      const found = shadow.querySelector<T>(selector);
      if (!found) throw new Error(`Nothing on stage matches ${selector}.`);
      return found;
    },
  };
}

/** Every Lit element below has rendered, and the frame is painted. */
export async function settled(root: ParentNode): Promise<void> {
  for (const element of root.querySelectorAll('*')) {
    if ('updateComplete' in element) await element.updateComplete;
  }
  await nextFrame();
}

/** Elements inside another one's shadow root. */
export function within<T extends Element = HTMLElement>(element: Element, selector: string): T[] {
  return [...(element.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
}
