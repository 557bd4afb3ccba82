import { randomBytes, timingSafeEqual } from 'node:crypto';

/** One-time tokens that open the page, exchanged at once for the session's cookie. */
export interface LaunchTokens {
  readonly issue: (forMinutes: number) => string;
  /** True for a token issued and not yet used or run out; it is used up by asking. */
  readonly redeem: (token: string) => boolean;
}

/**
 * A token stands on the browser's command line for a moment, where other users of the machine
 * can read it: so it works once and for a short time, and the cookie that replaces it never
 * leaves the browser's profile.
 */
export function createLaunchTokens(now: () => Date): LaunchTokens {
  const endings = new Map<string, number>();
  return {
    issue: (forMinutes) => {
      const token = randomSecret();
      endings.set(token, now().getTime() + forMinutes * 60_000);
      return token;
    },
    redeem: (token) => {
      const ending = endings.get(token);
      endings.delete(token);
      return ending !== undefined && now().getTime() < ending;
    },
  };
}

/** 256 random bits as text that fits an address and a header. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares two secrets in a time that does not depend on where they differ. */
export function isSameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
