import { Bonjour } from 'bonjour-service';
import { isPrivateAddress } from '../../../src/domain/network/gateway-address';

/** Bases of eSCL, such as `http://192.168.1.20:80/eSCL`, of the scanners that answer. */
export type FindScanners = () => Promise<readonly string[]>;

/** Milliseconds scanners have to answer: RFC 6762 lets them wait half a second before. */
const LISTEN = 1500;

/**
 * Asks the network by mDNS for scanners (`_uscan._tcp`, Mopria eSCL 2.97, "Discovery"). A network
 * that lets no such question through has none; they can be named by their address.
 */
export const findEsclScanners: FindScanners = () =>
  new Promise((resolve) => {
    const bases = new Set<string>();
    const bonjour = new Bonjour({}, () => undefined);
    const browser = bonjour.find({ type: 'uscan', protocol: 'tcp' }, (service) => {
      const address = service.addresses?.find((one) => isPrivateAddress(one) && !one.includes(':'));
      if (address === undefined) return;
      const { rs } = (service.txt ?? {}) as { readonly rs?: unknown };
      const path = typeof rs === 'string' ? rs.replace(/^\/+|\/+$/g, '') : 'eSCL';
      bases.add(`http://${address}:${service.port}/${path}`);
    });
    setTimeout(() => {
      browser.stop();
      bonjour.destroy();
      resolve([...bases]);
    }, LISTEN);
  });
