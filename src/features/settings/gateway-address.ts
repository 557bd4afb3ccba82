import { fail, succeed, type Result } from '../../contract/result';
import {
  checkGatewayUrl,
  type AddressFault,
  type PlainHttpCaution,
} from '../../domain/network/gateway-address';

/** What a typed base URL says of the gateway. */
export interface TypedGatewayAddress {
  /** What the token is bound to. */
  readonly origin: string;
  readonly caution: PlainHttpCaution | null;
}

/**
 * Reads a typed base URL by the rule the shell follows too, which also checks what a name
 * leads to before it connects: this check is for the person who types.
 */
export function readTypedGatewayAddress(typed: string): Result<TypedGatewayAddress, AddressFault> {
  const text = typed.trim();
  if (!URL.canParse(text)) return fail('not-an-address');
  const url = new URL(text);
  const checked = checkGatewayUrl(url);
  return checked.ok ? succeed({ origin: url.origin, caution: checked.value }) : checked;
}
