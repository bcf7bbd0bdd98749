import { noChange, type ElementPart } from 'lit';
import { Directive, directive, type DirectiveResult } from 'lit/directive.js';

type Values = Readonly<Record<string, unknown>>;

class SetLiveDirective extends Directive {
  render(_values: Values): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [values]: [Values]): unknown {
    for (const [name, value] of Object.entries(values))
      if (Reflect.get(element, name) !== value) Reflect.set(element, name, value);
    return noChange;
  }
}

/**
 * Sets properties that the person changes too, such as `checked`, whenever the element has another value: `<input ${setLive({ checked })} />`.
 */
export const setLive: (values: Values) => DirectiveResult = directive(SetLiveDirective);
