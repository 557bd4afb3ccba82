import type { GatewayAddress } from './gateway-address';
import type { GatewayLine } from './gateway-line';
import { withoutAnswer } from './outcomes';
import { readByteCount } from './tus-answers';
import { filesUrlOf, type SizeLimit } from './tus-upload';

/**
 * Asks a gateway for `Tus-Max-Size` (tus 1.0.0, OPTIONS), so that a file that is too large is
 * refused before any byte leaves. Asked once per run, and again for each file that does not
 * fit: the gateway may have been given more room. An answer without a limit is no obstacle:
 * the creation answers 413 then.
 */
export function createSizeLimits(line: GatewayLine): (gateway: GatewayAddress) => SizeLimit {
  const known = new Map<string, number>();
  return (gateway) => async (size) => {
    const url = filesUrlOf(gateway);
    const present = known.get(url.href);
    if (present !== undefined && size <= present) return present;
    const exchange = await line.ask(gateway, {
      method: 'OPTIONS',
      url,
      headers: { 'tus-resumable': '1.0.0' },
      answer: 'small',
    });
    if (exchange.kind !== 'answer') return withoutAnswer(exchange);
    const { status } = exchange.answer;
    const limit =
      status === 200 || status === 204 ? readByteCount(exchange.answer, 'tus-max-size') : null;
    if (limit === null) known.delete(url.href);
    else known.set(url.href, limit);
    return limit;
  };
}
