import { ClienteleError, isClienteleError } from '../../contract/index.js';

/** A bearer token, or one that says when it ends: milliseconds since 1970, or an ISO 8601 instant. '' sends none. */
export type Token = string | { token: string; expiresAt: number | string };

export interface Tokens {
  /** The token to send; renewed first when it is about to end. */
  current(): Promise<string>;
  /** Another token than the one that was refused. */
  renew(refused: string): Promise<string>;
}

const MARGIN = 30_000;

/** Holds one token for all requests: whoever finds it refused or ending first renews it, the others wait for the same answer. */
export function tokensOf(read: () => Token | Promise<Token>): Tokens {
  let value: string | undefined;
  let renewAt = Infinity;
  let pending: Promise<string> | undefined;

  async function load(): Promise<string> {
    try {
      const answered = await read();
      const { token, expiresAt } =
        typeof answered === 'string' ? { token: answered, expiresAt: Infinity } : answered;
      const end = typeof expiresAt === 'number' ? expiresAt : Date.parse(expiresAt);
      const left = end - Date.now();
      renewAt = Number.isFinite(left) ? end - Math.min(MARGIN, Math.max(0, left / 2)) : Infinity;
      value = token;
      return token;
    } catch (error) {
      if (isClienteleError(error)) throw error;
      throw new ClienteleError('unauthenticated', 'no token could be had', {}, error);
    } finally {
      pending = undefined;
    }
  }
  const renewed = () => (pending ??= load());

  return {
    async current() {
      return value === undefined || Date.now() >= renewAt ? renewed() : value;
    },
    async renew(refused) {
      return value === refused ? renewed() : this.current();
    },
  };
}
