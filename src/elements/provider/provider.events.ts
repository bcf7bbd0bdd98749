import type { ClienteleError } from '../../contract/errors.js';
import type { Session } from '../../sdk/types.js';

/** Something failed: the start of the session, or one of its operations. The widgets show it; this is for the host's own monitoring. */
export class ClienteleErrorEvent extends Event {
  static readonly type = 'clientele-error';
  readonly error: ClienteleError;

  constructor(error: ClienteleError) {
    super(ClienteleErrorEvent.type, { bubbles: true, composed: true });
    this.error = error;
  }
}

/** The provider's session is ready, or another one is. */
export class ClienteleProviderReadyEvent extends Event {
  static readonly type = 'clientele-provider-ready';
  readonly session: Session;

  constructor(session: Session) {
    super(ClienteleProviderReadyEvent.type, { bubbles: true, composed: true });
    this.session = session;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'clientele-error': ClienteleErrorEvent;
    'clientele-provider-ready': ClienteleProviderReadyEvent;
  }
}
