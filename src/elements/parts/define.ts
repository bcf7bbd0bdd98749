import { VERSION } from './version.js';
import { warnOnce } from './warn.js';

/** Shared by all copies of Clientele on a page, so that they can name each other's versions. */
const versionKey = Symbol.for('clientele.version');

/**
 * Registers an element unless its tag is taken. The same class again is nothing; of another class the first one stays: a second copy of
 * Clientele is told of once with both versions, a stranger once for each tag. Never throws; without a DOM, does nothing.
 */
export function defineElement(tag: string, element: CustomElementConstructor, version = VERSION): void {
  const registry = (globalThis as { customElements?: CustomElementRegistry }).customElements;
  if (!registry) return;
  const taken = registry.get(tag);
  if (taken === element) return;
  if (taken) {
    const other: unknown = Reflect.get(taken, versionKey);
    // A second copy finds all its tags taken: it says so once, not once for each.
    if (typeof other === 'string') {
      warnOnce(
        `twice:${other}:${version}`,
        `<${tag}> is already registered by Clientele ${other}; version ${version} leaves it and all its other elements as they are.`,
      );
    } else {
      warnOnce(
        `twice:${tag}`,
        `<${tag}> is already registered by another library; version ${version} leaves it as it is.`,
      );
    }
    return;
  }
  try {
    Object.defineProperty(element, versionKey, { value: version, configurable: true });
    registry.define(tag, element);
  } catch (cause) {
    warnOnce(`define:${tag}`, `<${tag}> could not be registered: ${String(cause)}`);
  }
}
