import { useState } from 'react';
import { Button } from '../../ui/controls/button';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './scan.module.css';
import type { ScannerChoice } from './use-scanners';

/** Scanners that do not announce themselves are named by their address, on this computer. */
export function NetworkScanners({ choice }: { readonly choice: ScannerChoice }) {
  const t = useMessages();
  const { addresses, silent, setAddresses } = choice;
  const [typed, setTyped] = useState(addresses.join(', '));
  return (
    <details className={styles.network} open={silent.length > 0}>
      <summary>{t('scan.source.network')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAddresses(typed.split(/[,\s]+/).filter((address) => address !== ''));
        }}
      >
        <TextField
          label={t('scan.source.address')}
          name="scanner.addresses"
          hint={t('scan.source.addressHint')}
          error={
            silent.length === 0
              ? undefined
              : t('scan.source.silent', { addresses: silent.join(', ') })
          }
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" size="small" busy={choice.state === 'looking'}>
          {t('scan.source.addressKeep')}
        </Button>
      </form>
    </details>
  );
}
