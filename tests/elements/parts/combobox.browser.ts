import { expect } from 'chai';
import { html } from 'lit';
import '../../../src/elements/parts/combobox.define.js';
import type {
  ClienteleCombobox,
  ClienteleComboboxSearchEvent,
} from '../../../src/elements/parts/combobox.js';
import '../../../src/elements/parts/segmented.define.js';
import type { ClienteleSegmented } from '../../../src/elements/parts/segmented.js';
import { expectAccessible } from '../../support/axe.js';
import { deepActiveElement, inside, nextFrame, until } from '../../support/browser.js';
import { click, press, type } from '../../support/keys.js';
import { stage, within, type Stage } from './stage.js';

const OPTIONS = [
  { value: 'colour', label: 'Colour', hue: 'red' },
  { value: 'cut', label: 'Cut' },
  { value: 'julia', label: 'Юлия' },
  { value: 'vip', label: 'VIP', disabled: true },
] as const;

interface Shown extends Stage {
  readonly combobox: ClienteleCombobox;
  readonly input: HTMLInputElement;
  readonly changes: (readonly string[])[];
  readonly searches: string[];
}

async function show(
  properties: Partial<Pick<ClienteleCombobox, 'multiple' | 'inline' | 'value' | 'withoutFilter'>> = {},
  attributes: Record<string, string> = {},
): Promise<Shown> {
  const changes: (readonly string[])[] = [];
  const searches: string[] = [];
  const on = await stage(
    html`<clientele-combobox-0
        label="Categories"
        placeholder="Choose"
        empty-text="No category is called that."
        .options=${OPTIONS}
        .multiple=${properties.multiple ?? false}
        .inline=${properties.inline ?? false}
        .withoutFilter=${properties.withoutFilter ?? false}
        .value=${properties.value ?? []}
        .removeLabel=${(label: string) => `Remove ${label}`}
        @change=${(event: Event) => changes.push((event.target as ClienteleCombobox).value)}
        @clientele-combobox-search=${(event: ClienteleComboboxSearchEvent) => searches.push(event.text)}
      ></clientele-combobox-0
      ><input class="input" aria-label="Next" />`,
    attributes,
  );
  const combobox = on.find<ClienteleCombobox>('clientele-combobox-0');
  return { ...on, combobox, input: inside<HTMLInputElement>(combobox, 'input'), changes, searches };
}

const labels = (combobox: ClienteleCombobox): string[] =>
  within(combobox, '.option').map((option) => option.querySelector('.truncate')?.textContent ?? '');

const activeLabel = (combobox: ClienteleCombobox): string => {
  const id = inside(combobox, 'input').getAttribute('aria-activedescendant');
  return id ? (combobox.shadowRoot?.getElementById(id)?.querySelector('.truncate')?.textContent ?? '') : '';
};

describe('<clientele-combobox-0>', () => {
  it('opens on a click, chooses by keys and closes', async () => {
    const { combobox, input, changes } = await show();
    await click(input);
    await combobox.updateComplete;
    expect(input.ariaExpanded).to.equal('true');
    expect(inside(combobox, '.panel').matches(':popover-open')).to.equal(true);
    await press('ArrowDown', 'ArrowDown');
    await combobox.updateComplete;
    expect(activeLabel(combobox)).to.equal('Cut');
    await press('Enter');
    await combobox.updateComplete;
    expect(changes).to.deep.equal([['cut']]);
    expect(input.ariaExpanded).to.equal('false');
    expect(input.placeholder).to.equal('Cut');
  });

  it('finds what is typed in another script', async () => {
    const { combobox, input, changes, searches } = await show();
    input.focus();
    await type('yul');
    await combobox.updateComplete;
    expect(labels(combobox)).to.deep.equal(['Юлия']);
    await press('Enter');
    expect(changes).to.deep.equal([['julia']]);
    expect(searches).to.deep.equal(['y', 'yu', 'yul', '']);
  });

  it('says when nothing fits', async () => {
    const { combobox, input } = await show();
    input.focus();
    await type('zzz');
    await combobox.updateComplete;
    expect(inside(combobox, '[role=status]').textContent).to.equal('No category is called that.');
  });

  it('leaves the finding to its owner when told so', async () => {
    const { combobox, input } = await show({ withoutFilter: true });
    input.focus();
    await type('zzz');
    await combobox.updateComplete;
    expect(labels(combobox)).to.have.length(4);
  });

  it('does not search while an input method composes', async () => {
    const { input, searches } = await show();
    input.focus();
    input.dispatchEvent(new CompositionEvent('compositionstart'));
    input.value = 'ゆ';
    input.dispatchEvent(new InputEvent('input', { isComposing: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true }));
    expect(searches).to.deep.equal([]);
    input.dispatchEvent(new CompositionEvent('compositionend'));
    expect(searches).to.deep.equal(['ゆ']);
  });

  it('closes on Escape and when the focus leaves', async () => {
    const { combobox, input } = await show();
    await click(input);
    await press('Escape');
    await combobox.updateComplete;
    expect(input.ariaExpanded).to.equal('false');
    await press('ArrowDown');
    await combobox.updateComplete;
    expect(input.ariaExpanded).to.equal('true');
    await press('Tab');
    await combobox.updateComplete;
    expect(input.ariaExpanded).to.equal('false');
  });

  describe('of several values', () => {
    it('ticks and unticks, stays open, and takes the last off with Backspace', async () => {
      const { combobox, input, changes } = await show({ multiple: true, value: ['colour'] });
      await click(input);
      await combobox.updateComplete;
      await press('ArrowDown', 'ArrowDown', 'Enter');
      await combobox.updateComplete;
      expect(input.ariaExpanded).to.equal('true');
      await press('ArrowUp', 'Enter', 'Backspace');
      expect(changes).to.deep.equal([['colour', 'cut'], ['cut'], []]);
    });

    it('has a named cross on each value', async () => {
      const { combobox, changes } = await show({ multiple: true, value: ['colour', 'cut'] });
      const cross = inside(combobox, '.chip-remove');
      expect(cross.getAttribute('aria-label')).to.equal('Remove Colour');
      await click(cross);
      expect(changes).to.deep.equal([['cut']]);
    });

    it('leaves a disabled option alone', async () => {
      const { combobox, input, changes } = await show({ multiple: true });
      await click(input);
      await combobox.updateComplete;
      await click(within(combobox, '.option').at(-1) ?? input);
      expect(changes).to.deep.equal([]);
    });
  });

  it('shows its list at once when inline, and keeps what is typed', async () => {
    const { combobox, input, changes } = await show({ inline: true, multiple: true });
    expect(labels(combobox)).to.have.length(4);
    input.focus();
    await type('c');
    await combobox.updateComplete;
    await press('Enter');
    await combobox.updateComplete;
    expect(changes).to.deep.equal([['colour']]);
    expect(labels(combobox)).to.deep.equal(['Colour', 'Cut']);
    await click(within(combobox, '.option')[1] ?? input);
    expect(changes.at(-1)).to.deep.equal(['colour', 'cut']);
    expect(deepActiveElement()).to.equal(input);
  });

  it('is accessible, open and inline, in light and dark', async () => {
    for (const theme of ['light', 'dark']) {
      const field = await show({ multiple: true, value: ['colour'] }, { theme });
      await click(field.input);
      await nextFrame();
      await expectAccessible(field.host);
      field.host.remove();
      const inline = await show({ inline: true, multiple: true, value: ['cut'] }, { theme });
      await expectAccessible(inline.host);
      inline.host.remove();
    }
  });
});

describe('<clientele-segmented-0>', () => {
  const options = [
    { value: 'all', label: 'All' },
    { value: 'any', label: 'Any' },
    { value: 'none', label: 'None' },
  ];

  async function segmented(
    attributes: Record<string, string> = {},
  ): Promise<{ element: ClienteleSegmented; host: HTMLElement }> {
    const { find, host } = await stage(
      html`<clientele-segmented-0 label="Match" value="any" .options=${options}></clientele-segmented-0>`,
      attributes,
    );
    return { element: find<ClienteleSegmented>('clientele-segmented-0'), host };
  }

  it('is one Tab stop at the chosen one, and arrows choose', async () => {
    const { element } = await segmented();
    const stops = within(element, '[tabindex="0"]');
    expect(stops.map((stop) => stop.textContent?.trim())).to.deep.equal(['Any']);
    stops[0]?.focus();
    await press('ArrowRight');
    expect(element.value).to.equal('none');
    await press('ArrowRight');
    expect(element.value).to.equal('all');
  });

  it('turns its arrows round from right to left', async () => {
    const { element } = await segmented({ dir: 'rtl' });
    within(element, '[tabindex="0"]')[0]?.focus();
    await press('ArrowRight');
    expect(element.value).to.equal('all');
  });

  it('tells of a change once, and follows its owner', async () => {
    const { element } = await segmented();
    let changes = 0;
    element.addEventListener('change', () => (changes += 1));
    await click(within(element, '.option')[0] ?? element);
    await click(within(element, '.option')[0] ?? element);
    expect(changes).to.equal(1);
    element.value = 'none';
    (deepActiveElement() as HTMLElement).blur();
    element.requestUpdate();
    await until(
      () => within(element, '[tabindex="0"]')[0]?.textContent?.trim() === 'None',
      'the new Tab stop',
    );
  });

  it('is accessible in light and dark', async () => {
    for (const theme of ['light', 'dark']) await expectAccessible((await segmented({ theme })).host);
  });
});
