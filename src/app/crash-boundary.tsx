import { Component, type ReactNode } from 'react';
import { Button } from '../ui/controls/button';
import { Banner } from '../ui/feedback/banner';
import { useMessages } from '../ui/messages/use-messages';
import styles from './crash-boundary.module.css';

/** What happened and how to go on. The technical words stand behind "Rincian". */
export function CrashScreen({ error }: { readonly error: unknown }) {
  const t = useMessages();
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (
    <div className={styles.crash}>
      <Banner
        tone="bad"
        title={t('frame.error.title')}
        details={{ summary: t('ui.showDetails'), text }}
        actions={
          <Button
            variant="primary"
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('frame.error.reload')}
          </Button>
        }
      >
        {t('frame.error.kept')}
      </Banner>
    </div>
  );
}

interface BoundaryState {
  readonly crash: { readonly error: unknown } | null;
}

/** Catches what breaks outside the pages. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override readonly state: BoundaryState = { crash: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { crash: { error } };
  }

  override render(): ReactNode {
    const { crash } = this.state;
    return crash === null ? this.props.children : <CrashScreen error={crash.error} />;
  }
}
