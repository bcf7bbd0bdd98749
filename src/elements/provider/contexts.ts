import { createContext } from '@lit/context';
import type { ClienteleError } from '../../contract/errors.js';
import type { Session } from '../../sdk/types.js';

/** The session that a provider hands down, or why there is none yet. */
export interface ProvidedSession {
  readonly session: Session | null;
  /** Why none could be made. A session that could not start carries its own error. */
  readonly error: ClienteleError | null;
  /** False: the provider was told of no base. */
  readonly isConfigured: boolean;
  /** Tries again. */
  retry(): void;
}

export interface ProvidedLocale {
  /** BCP 47; '' leaves it to the page. */
  readonly lang: string;
}

export interface ProvidedAppearance {
  readonly theme: 'light' | 'dark' | 'auto';
  readonly density: 'comfortable' | 'regular' | 'compact';
}

// The number is the major version: two majors live on one page, two copies of one major understand each other.
export const sessionContext = createContext<ProvidedSession>(Symbol.for('clientele.session.0'));
export const localeContext = createContext<ProvidedLocale>(Symbol.for('clientele.locale.0'));
export const appearanceContext = createContext<ProvidedAppearance>(Symbol.for('clientele.appearance.0'));

export const PROVIDER_TAG = 'clientele-provider';
