import { noChange, type ElementPart } from 'lit';
import { Directive, directive, PartType, type DirectiveResult, type PartInfo } from 'lit/directive.js';

/** CSS properties by their CSS name (`inline-size`, `--_width`); null and undefined take a property off. */
export type StyleValues = Readonly<Record<string, string | number | null | undefined>>;

class SetStyleDirective extends Directive {
  #previous: StyleValues = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new TypeError('setStyle stands on an element: <div ${setStyle(…)}>.');
  }

  render(_values: StyleValues): unknown {
    return noChange;
  }

  override update(part: ElementPart, [values]: [StyleValues]): unknown {
    if (values === this.#previous) return noChange;
    const { style } = part.element as HTMLElement | SVGElement;
    for (const name of Object.keys(this.#previous)) if (!(name in values)) style.removeProperty(name);
    for (const [name, value] of Object.entries(values)) {
      if (this.#previous[name] === value) continue;
      if (value === null || value === undefined) style.removeProperty(name);
      else style.setProperty(name, String(value));
    }
    this.#previous = values;
    return noChange;
  }
}

/**
 * Sets styles through `style.setProperty`, which a strict CSP allows and lit's `styleMap` does not.
 *
 *     html`<div ${setStyle({ 'inline-size': `${width}px` })}></div>`
 */
export const setStyle: (values: StyleValues) => DirectiveResult = directive(SetStyleDirective);
